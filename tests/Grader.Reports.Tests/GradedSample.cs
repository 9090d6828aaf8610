using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Training;
using Grader.Submissions;

namespace Grader.Reports.Tests;

/// <summary>A sample submission of <c>cases/hw5</c>, graded.</summary>
internal static class GradedSample
{
    private static readonly DiskFolder Case = new(Path.Combine(Repository.Root, "cases", "hw5"));

    public static Assignment Assignment { get; } = CaseReader.Read(Case, "").Assignment!;

    public static Sequence<ReferenceCurves> Curves { get; } = ReferenceCurves.Of(Assignment, Case);

    public static Sequence<ExpectedPart> ExpectedParts { get; } = SubmissionGrader.ExpectedParts(Assignment);

    public static GradeReport Of(string name) => OfText(name, File.ReadAllText(Path.Combine(Repository.Root, "cases", "hw5", "submissions", name)));

    public static GradeReport OfText(string name, string text) => OfDocument(SubmissionReader.Read(name, text, ExpectedParts));

    public static GradeReport OfDocument(SubmissionDocument document) => SubmissionGrader.Grade(Assignment, document, "0123456789abcdef") with { KeySha256 = "fedcba9876543210" };

    /// <summary>Its text as a page shows it.</summary>
    public static Sequence<SubmissionPassage> TextOf(string name) => SubmissionPassage.Of(SubmissionReader.Read(name, File.ReadAllText(Path.Combine(Repository.Root, "cases", "hw5", "submissions", name))));

    private sealed class DiskFolder(string folder) : ICaseSource
    {
        public IReadOnlyList<string> Paths { get; } = [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

        public ReadOnlyMemory<byte>? Read(string path) => File.Exists(Path.Combine(folder, path)) ? File.ReadAllBytes(Path.Combine(folder, path)) : default(ReadOnlyMemory<byte>?);
    }
}
