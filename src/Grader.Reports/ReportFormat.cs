using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Training;

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

    /// <summary>Owner and name of the repository that was graded: <c>class/hw5-jane</c>; empty where none is known.</summary>
    public string Repository { get; init; } = "";

    /// <summary>What the runner of Classroom 50 says; null elsewhere.</summary>
    public Classroom50Run? Classroom { get; init; }

    /// <summary>The terminal that the text is shown in; null for plain text.</summary>
    public TerminalScreen? Screen { get; init; }

    /// <summary>Answers whose working the text shows; null for none.</summary>
    public AnswerKey? Worked { get; init; }

    /// <summary>The submission's text, for a format that shows what was read in its place; empty where it is not to be shown.</summary>
    public Sequence<SubmissionPassage> Text { get; init; }

    /// <summary>Of the text only lines in which an answer was found are shown: a name may stand in any other.</summary>
    public bool HidesOtherLines { get; init; }

    /// <summary>The curves of reference runs, for a format that draws them; who may not see right answers sees none of them.</summary>
    public Sequence<ReferenceCurves> Curves { get; init; }

    private static string Named(GradeReport report) => TerminalText.Clean(report.Submission.Name) is { Length: > 0 } name ? name : "submission";

    /// <summary>The file that something was found in, with forward slashes, as a path below the working folder; its name alone where it is elsewhere.</summary>
    internal string PathOf(GradeReport report, Found? found)
    {
        var path = Path.Replace('\\', '/');
        var isBelow = TerminalText.Clean(path).Length > 0 && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal) && !path.Split('/').Contains("..");
        var own = isBelow ? path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path : Named(report);
        return found?.In is { File.Length: > 0 } beside ? own[..(own.LastIndexOf('/') + 1)] + beside.File : own;
    }
}
