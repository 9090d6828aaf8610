using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>Where case files come from: a folder, a sealed file, a test's dictionary.</summary>
public interface ICaseSource
{
    /// <summary>Paths relative to the assignment's folder, with <c>/</c>, in ordinal order.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>The bytes of a file, or null where there is none.</summary>
    ReadOnlyMemory<byte>? Read(string path);
}

/// <summary>An author's error: where, what is there, what to write instead.</summary>
/// <param name="Line">1-based; 0 where the whole file is meant.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
public sealed record CaseProblem(string File, int Line, int Column, string Message, string Advice)
{
    public override string ToString() => Line == 0 ? $"{File}: {Message} {Advice}" : $"{File}:{Line}:{Column}: {Message} {Advice}";
}

/// <param name="Assignment">Null where a problem leaves nothing to grade by.</param>
public sealed record CaseReading(Assignment? Assignment, Sequence<CaseProblem> Problems);

/// <summary>Reads an assignment and tells all its problems at once.</summary>
public static class CaseReader
{
    public static CaseReading Read(ICaseSource source) => throw new InvalidOperationException("contract");
}
