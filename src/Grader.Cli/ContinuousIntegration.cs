using Grader.Cli.Files;
using Grader.Grading;
using Grader.Reports;

namespace Grader.Cli;

/// <summary>The service that runs the program, whose log others read.</summary>
/// <param name="IsThere">The program runs unattended; a report is for students unless said.</param>
/// <param name="Service"><c>github</c>, <c>gitlab</c>, or empty for none whose ways are known.</param>
internal sealed record ContinuousIntegration(bool IsThere, string Service)
{
    public static readonly string[] Choices = ["auto", "github", "gitlab", "none"];

    public bool IsGitHub => Service == "github";

    /// <param name="choice">What <c>--ci</c> says.</param>
    public static ContinuousIntegration Of(string choice) => choice switch
    {
        "none" => new(false, ""),
        "auto" => new(IsSet("CI") || IsSet("GITHUB_ACTIONS") || IsSet("GITLAB_CI"), IsSet("GITHUB_ACTIONS") ? "github" : IsSet("GITLAB_CI") ? "gitlab" : ""),
        _ => new(true, choice),
    };

    /// <summary>Text for the log, in which no line is a command.</summary>
    /// <param name="kind">JSON and annotations hold none by themselves.</param>
    public string Logged(string text, string kind) => IsGitHub && kind is not ("json" or "github") ? GitHubText.Lines(text) : text;

    /// <summary>What others may read of a report: no student's id, and of several submissions no names.</summary>
    public GradeReport Public(GradeReport report, bool areSeveral) => !IsThere ? report : report with
    {
        Student = "",
        Submission = areSeveral ? new(report.Submission.Pseudonym, report.Submission.Sha256) { ConvertedBy = report.Submission.ConvertedBy } : report.Submission,
        Remarks = areSeveral ? [] : report.Remarks,
    };

    /// <summary>What the service shows besides the log: annotations and the step's summary.</summary>
    public void Show(GradeReport report, RunContext run)
    {
        if (!IsGitHub)
            return;
        StandardError.WriteCommands(GitHubReportWriter.Write(report, run));
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
            AtomicFile.Append(summary, GitHubSummaryWriter.Write(report));
    }

    /// <summary>Tells once what the service would show if it were asked to.</summary>
    public void Advise(IEnumerable<ReportTarget> targets)
    {
        if (Service == "gitlab" && !targets.Any(target => target.Kind == "junit"))
            StandardError.WriteLine("GitLab shows the checks in the merge request with --report junit=grader.xml and, in the job, artifacts: reports: junit: grader.xml.");
    }

    /// <summary>What a format may demand of the run.</summary>
    /// <param name="path">Of the submission.</param>
    /// <param name="isAnonymous">A repository and what is in it go by the student's name.</param>
    public static RunContext Run(string path, bool isAnonymous)
    {
        var run = new RunContext(ProgramVersion.Text) { Path = isAnonymous || path == "-" ? "" : path };
        if (isAnonymous)
            return run;
        var classroom = Variable("CLASSROOM");
        return run with
        {
            Repository = Variable("GITHUB_REPOSITORY"),
            Started = long.TryParse(Variable("SOURCE_DATE_EPOCH"), out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.UtcNow,
            Classroom = classroom.Length == 0 ? null : new(classroom, Variable("ASSIGNMENT"), Variable("SUBMISSION_TAG"), Variable("COMMIT_URL"), Variable("RELEASE_URL"), Variable("REVIEW_URL") is { Length: > 0 } review ? review : Variable("COMMIT_URL")),
        };
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";

    private static bool IsSet(string variable) => Variable(variable) is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
