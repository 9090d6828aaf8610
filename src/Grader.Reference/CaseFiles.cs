using Grader.Mathematics;
using Grader.Reference.Cases;

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

/// <param name="Assignment">Null where there is any problem: a wrong key grades wrongly.</param>
public sealed record CaseReading(Assignment? Assignment, Sequence<CaseProblem> Problems)
{
    /// <summary>What is not wrong but may surprise: a mistake that a tolerance takes for the right answer. Only <see cref="CaseReader.Lint"/> looks for them.</summary>
    public Sequence<CaseProblem> Notes { get; init; }
}

/// <summary>Reads an assignment and tells all its problems at once.</summary>
public static class CaseReader
{
    /// <param name="student">Whose inputs are drawn, where the case draws any; the same id gets the same. Empty for nobody's: the first of each list.</param>
    public static CaseReading Read(ICaseSource source, string student = "") => Read(source, student, null);

    /// <summary>The same, with notes.</summary>
    public static CaseReading Lint(ICaseSource source, string student = "") => Read(source, student, new());

    private static CaseReading Read(ICaseSource source, string student, ProblemList? notes)
    {
        var problems = new ProblemList();
        var assignment = new AssignmentReader(new(source, problems), student, notes).Read(out var files);
        return new(problems.Count == 0 ? assignment : null, problems.InOrder(files)) { Notes = notes?.InOrder(files) ?? [] };
    }
}
