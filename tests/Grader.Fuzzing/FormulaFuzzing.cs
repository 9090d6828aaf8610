using System.Diagnostics;
using Grader.Mathematics;
using Grader.Mathematics.Tests;

namespace Grader.Fuzzing;

/// <summary>Reads changed formulas, and compares each hundredth with what it was: no exception, no hang, no memory out of bounds.</summary>
internal static class FormulaFuzzing
{
    public static int Run(long count, int seed)
    {
        var random = new Random(seed);
        var formulas = NearMisses.All.SelectMany(static place => place.Right.Concat(place.Wrong).Append(place.Gold)).ToList();
        var corpus = formulas.ToList();
        var read = 0L;
        var slowest = (Milliseconds: 0.0, Bytes: 0L, Text: "");

        for (var i = 0L; i < count; i++)
        {
            var origin = i % 2 == 0 ? formulas[random.Next(formulas.Count)] : corpus[random.Next(corpus.Count)];
            var readable = false;
            var text = Mutations.ChangeText(origin, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            try
            {
                var reading = Formula.Read(text, i % 5 == 0 ? FormulaOptions.Case : FormulaOptions.Student);
                readable = reading.Expression is not null;
                read += readable ? 1 : 0;
                if (i % 100 == 0)
                    AnswerComparison.Compare(new(origin, text));
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Console.WriteLine($"seed {seed}, input {i}: {problem.GetType().Name} for {text}{Environment.NewLine}{problem.StackTrace}");
                return 1;
            }

            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (bytes > slowest.Bytes)
                slowest = (milliseconds, bytes, text);
            // A formula that is still readable may be the start of another.
            if (readable && text.Length is > 0 and < 300)
                corpus[random.Next(corpus.Count)] = text;
        }

        Console.WriteLine($"{count} inputs, {read} read whole; at most {slowest.Bytes / 1e6:F1} MB in {slowest.Milliseconds:F1} ms for {slowest.Text}");
        return slowest.Bytes > 50_000_000 ? 1 : 0;
    }
}
