using Grader.Mathematics;

namespace Grader.Classroom.Layouts;

/// <summary>How the submissions of a class are laid out in a folder.</summary>
public enum ClassLayout
{
    /// <summary>Each is a file or a folder that is named for its student.</summary>
    Plain,

    /// <summary>Canvas' “Download Submissions”: <c>doejane_123_456_hw5.md</c>, <c>doejane_LATE_123_456_hw5.md</c>.</summary>
    Canvas,

    /// <summary>Moodle's “Download all submissions”: <c>Jane Doe_123456_assignsubmission_file_</c>, a folder or the beginning of a file's name.</summary>
    Moodle,

    /// <summary>Gradescope's “Export Submissions”: folders <c>submission_123</c> beside <c>submission_metadata.yml</c>.</summary>
    Gradescope,

    /// <summary>Clones of GitHub Classroom or Classroom 50: folders <c>hw5-jane</c>.</summary>
    Repositories,
}

/// <summary>Finds the submissions among what stands in a class's folder.</summary>
public static class ClassLayouts
{
    private const string Metadata = "submission_metadata.yml";

    /// <summary>How a layout is named to people.</summary>
    public static string Name(this ClassLayout layout) => layout switch
    {
        ClassLayout.Canvas => "a download of Canvas",
        ClassLayout.Moodle => "a download of Moodle",
        ClassLayout.Gradescope => "an export of Gradescope",
        ClassLayout.Repositories => "clones of repositories",
        _ => "files and folders named for their students",
    };

    /// <summary>The layout that the names tell.</summary>
    public static ClassLayout Of(IReadOnlyCollection<ClassItem> items)
    {
        if (items.Any(item => item is { IsFolder: false, Name: Metadata }))
            return ClassLayout.Gradescope;
        if (items.Any(item => MoodleLayout.IsOne(item.Name)))
            return ClassLayout.Moodle;
        // Another file that somebody put there does not change what the rest is.
        if (items.Count(item => !item.IsFolder && CanvasLayout.IsOne(item.Name)) is > 0 and var canvas && 2 * canvas > items.Count)
            return ClassLayout.Canvas;
        return RepositoryLayout.PrefixOf(items).Length > 0 ? ClassLayout.Repositories : ClassLayout.Plain;
    }

    /// <param name="items">What is not hidden, in any order.</param>
    /// <param name="mayBeSubmission">Whether a file's name is that of a document or an archive, not of data beside it.</param>
    /// <param name="metadata">The text of <c>submission_metadata.yml</c>; asked for where that is there.</param>
    /// <returns>In the order of their names' characters.</returns>
    public static Sequence<ClassSubmission> Find(IReadOnlyCollection<ClassItem> items, Func<string, bool> mayBeSubmission, Func<string> metadata)
    {
        var found = Of(items) switch
        {
            ClassLayout.Gradescope => GradescopeLayout.Find(items, metadata()),
            ClassLayout.Moodle => MoodleLayout.Find(items),
            ClassLayout.Canvas => CanvasLayout.Find(items),
            ClassLayout.Repositories => RepositoryLayout.Find(items),
            _ => items.Select(PlainLayout.Of),
        };
        var folders = items.Where(item => item.IsFolder).Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        return found.Where(submission => submission.Files.Items.Any(file => folders.Contains(file.Name) || mayBeSubmission(file.Name))).OrderBy(submission => submission.Name, StringComparer.Ordinal).ToSequence();
    }
}
