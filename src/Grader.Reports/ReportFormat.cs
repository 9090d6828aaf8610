using Grader.Grading;

namespace Grader.Reports;

/// <summary>One format that a report is written in.</summary>
/// <param name="Kind">Its name on the command line: <c>junit</c>.</param>
/// <param name="Extension">What a file of it is called in a folder of reports, without the leading dot; no two formats have the same.</param>
/// <param name="Write">The whole file. Equal reports and run contexts give equal bytes.</param>
public sealed record ReportFormat(string Kind, string Extension, Func<GradeReport, RunContext, string> Write);

/// <summary>What some formats demand besides the report. Left out, nothing in a file depends on when or where it was written.</summary>
/// <param name="Version">Of the program: <c>1.0.0</c>.</param>
public sealed record RunContext(string Version)
{
    /// <summary>Path of the submission as it was given, for a format that points into the file; empty for its name alone.</summary>
    public string Path { get; init; } = "";

    /// <summary>When the run began; null where nobody says.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>The commit that was graded, in hexadecimal; empty where none is known.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Owner and name of the repository that was graded: <c>class/hw5-jane</c>; empty where none is known.</summary>
    public string Repository { get; init; } = "";
}
