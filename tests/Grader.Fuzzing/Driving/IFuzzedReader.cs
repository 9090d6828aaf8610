namespace Grader.Fuzzing.Driving;

/// <summary>A reader that gets inputs of any kind, and what it promises of them.</summary>
internal interface IFuzzedReader
{
    /// <summary>Verb on the command line, and name of its file of parents: <c>formula</c>.</summary>
    string Name { get; }

    /// <summary>What means something to the reader, to be put anywhere.</summary>
    IReadOnlyList<string> Pieces { get; }

    /// <summary>Bytes that one input may allocate in all, not held at once.</summary>
    long MostBytes { get; }

    /// <summary>One in so many inputs is read thoroughly: what costs as much as the reading itself.</summary>
    int ThoroughOneIn => 16;

    /// <summary>Inputs that stand elsewhere in the repository.</summary>
    IEnumerable<byte[]> Seeds => [];

    /// <summary>Reads an input and holds what comes out against what is promised.</summary>
    /// <param name="traits">What is seen on the way: an input with a new one becomes a parent of others.</param>
    /// <exception cref="BrokenPromiseException">A promise is broken; every other exception breaks one too.</exception>
    void Read(byte[] input, Traits traits, bool thorough);

    /// <summary>Mends what any change breaks, such as checksums, so that some inputs get further.</summary>
    byte[] Mend(byte[] input) => input;
}

/// <summary>A reader does not do what it promises.</summary>
/// <param name="promise">The same for all inputs that break it in the same way.</param>
internal sealed class BrokenPromiseException(string promise, string detail) : Exception($"{promise}: {detail}")
{
    public string Promise => promise;
}

internal static class Promise
{
    public static void Hold(bool kept, string promise, Func<string>? detail = null)
    {
        if (!kept)
            throw new BrokenPromiseException(promise, detail?.Invoke() ?? "");
    }
}
