namespace Grader.Fuzzing.Driving;

/// <summary>Tells failures apart by the promise they break, or by the exception and the first place of ours in its trace.</summary>
internal static class FailureKind
{
    public static string Of(Exception problem) =>
        problem is BrokenPromiseException broken ? broken.Promise
        : $"{problem.GetType().Name} {problem.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("at Grader.", StringComparison.Ordinal) && !line.StartsWith("at Grader.Fuzzing", StringComparison.Ordinal))?.Split(" in ")[0]}";

    /// <summary>Whether an input fails in the same way.</summary>
    public static bool Is(string kind, IFuzzedReader reader, byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            reader.Read(input, new Traits(), thorough: true);
            Promise.Hold(GC.GetAllocatedBytesForCurrentThread() - before <= reader.MostBytes, "one input allocates too much");
            return false;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return Of(problem) == kind;
        }
    }
}
