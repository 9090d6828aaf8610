using System.Globalization;
using BenchmarkDotNet.Running;
using Grader.Benchmarks;

// stages [PROGRAM], class N PROGRAM, throughput [FILE] and check [FILE…] count by the clock, for a quick look; anything else is BenchmarkDotNet's.
if (args is ["throughput", ..])
    Throughput.Print(args.Length > 1 ? args[1] : PairFile.Own);
else if (args is ["stages", ..])
    Stages.Print(args.ElementAtOrDefault(1));
else if (args is ["class", var count, var program])
    ClassRate.Print(int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture), Path.GetFullPath(program));
else if (args is ["check", ..])
    CheckThroughput.Print(args[1..]);
else
    BenchmarkSwitcher.FromAssembly(typeof(Throughput).Assembly).Run(args);
