using System.Text.RegularExpressions;
using Grader.Classroom.Rosters;
using Grader.Mathematics;

namespace Grader.Classroom.Layouts;

/// <summary><c>Jane Doe_123456_assignsubmission_file_/hw5.md</c>, or without folders <c>Jane Doe_123456_assignsubmission_file_hw5.md</c>. The number is the participant's in the grading worksheet.</summary>
internal static partial class MoodleLayout
{
    public static bool IsOne(string name) => Upload().IsMatch(name);

    public static IEnumerable<ClassSubmission> Find(IEnumerable<ClassItem> items)
    {
        var parsed = items.Select(item => (Item: item, Match: Upload().Match(item.Name))).ToList();
        foreach (var group in parsed.Where(upload => upload.Match.Success).GroupBy(upload => (Who: upload.Match.Groups["who"].Value, Participant: upload.Match.Groups["participant"].Value)))
        {
            // Words typed beside an uploaded file are not the submission.
            var uploads = group.Any(upload => IsFile(upload.Match)) ? group.Where(upload => IsFile(upload.Match)) : group;
            var authors = (Sequence<Author>)[new(group.Key.Participant, group.Key.Who, [new(RosterColumn.Moodle, group.Key.Participant), new(RosterColumn.Name, group.Key.Who)])];
            foreach (var folder in uploads.Where(upload => upload.Item.IsFolder))
                yield return new(folder.Item.Name, [new(folder.Item.Name, folder.Item.Name)], authors);
            var files = uploads.Where(upload => !upload.Item.IsFolder).OrderBy(upload => upload.Item.Name, StringComparer.Ordinal).Select(upload => new ClassFile(upload.Item.Name, upload.Match.Groups["file"].Value)).ToSequence();
            if (files.Count > 0)
                yield return new(files.Count == 1 ? files[0].Name : $"{group.Key.Who}_{group.Key.Participant}", files, authors);
        }
        foreach (var (item, _) in parsed.Where(upload => !upload.Match.Success))
            yield return PlainLayout.Of(item);
    }

    private static bool IsFile(Match match) => match.Groups["kind"].Value == "file";

    [GeneratedRegex(@"^(?<who>.+?)_(?<participant>[0-9]+)_assignsubmission_(?<kind>file|onlinetext)_?(?<file>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Upload();
}
