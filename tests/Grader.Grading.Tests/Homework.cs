using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Tests;

/// <summary>The assignment <c>cases/hw5</c>, and submissions to it graded in process.</summary>
internal static class Homework
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "cases", "hw5");

    public static Assignment Assignment { get; } = Read(Folder);

    public static string Sample(string name) => File.ReadAllText(Path.Combine(Folder, "submissions", name));

    public static GradeReport Grade(string text) => Grade(Assignment, text);

    public static GradeReport Grade(Assignment assignment, string text) =>
        SubmissionGrader.Grade(assignment, SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(assignment)), "");

    public static IReadOnlyList<CheckGrade> Checks(this GradeReport report) =>
        [.. report.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items)];

    public static CheckGrade Check(this GradeReport report, string id) => report.Checks().Single(check => check.Id == id);

    /// <summary>An assignment of <c>cases</c>, with lint's notes.</summary>
    public static CaseReading Lint(string name) => CaseReader.Lint(new DiskFolder(Path.Combine(Repository.Root, "cases", name)));

    public static Assignment Read(string folder, string student = "")
    {
        var reading = CaseReader.Read(new DiskFolder(folder), student);
        Assert.That(reading.Problems, Is.Empty);
        return reading.Assignment!;
    }

    private sealed class DiskFolder(string folder) : ICaseSource
    {
        public IReadOnlyList<string> Paths { get; } = [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

        public ReadOnlyMemory<byte>? Read(string path) => File.Exists(Path.Combine(folder, path)) ? File.ReadAllBytes(Path.Combine(folder, path)) : default(ReadOnlyMemory<byte>?);
    }
}
