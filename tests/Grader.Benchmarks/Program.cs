using BenchmarkDotNet.Running;
using Grader.Benchmarks;

// stages [PROGRAM], throughput [FILE] and check [FILE…] count by the clock, for a quick look; anything else is BenchmarkDotNet's.
if (args is ["throughput", ..])
    Throughput.Print(args.Length > 1 ? args[1] : PairFile.Own);
else if (args is ["stages", ..])
    Stages.Print(args.ElementAtOrDefault(1));
else if (args is ["check", ..])
    CheckThroughput.Print(args[1..]);
else
    BenchmarkSwitcher.FromAssembly(typeof(Throughput).Assembly).Run(args);
