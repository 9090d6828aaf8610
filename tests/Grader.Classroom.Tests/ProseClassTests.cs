using Grader.Classroom.Decisions;
using Grader.Classroom.Review;

namespace Grader.Classroom.Tests;

/// <summary>Each test has classes of its own that answer in prose.</summary>
public abstract class ProseClassTests
{
    private protected string Folder { get; private set; } = "";

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("grader-review-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    private protected ProseClass Class(params string[] answers) => Class("run", answers);

    private protected ProseClass Class(string run, string[] answers) => new(Path.Combine(Folder, run), answers.Select((answer, number) => (Name: $"s{number:000}.md", answer)).ToDictionary(item => item.Name, item => item.answer, StringComparer.Ordinal));
}

internal static class Sessions
{
    /// <summary>Decides on the group as it is now.</summary>
    public static int DecideNow(this ReviewSession session, int number, Ruling ruling, string comment, Func<ReviewItem, bool> takes) => session.Decide(number, session.Group(number)!.Version, ruling, comment, takes);
}
