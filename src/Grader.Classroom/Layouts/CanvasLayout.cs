using System.Text.RegularExpressions;
using Grader.Classroom.Rosters;
using Grader.Mathematics;

namespace Grader.Classroom.Layouts;

/// <summary><c>doejane_LATE_123_456_hw5.md</c>: last name and first name run together, the user's and the upload's number, what the student called it. All files of a user are one submission.</summary>
internal static partial class CanvasLayout
{
    public static bool IsOne(string name) => Upload().IsMatch(name);

    public static IEnumerable<ClassSubmission> Find(IEnumerable<ClassItem> items)
    {
        var parsed = items.Select(item => (Item: item, Match: item.IsFolder ? Match.Empty : AnyUpload().Match(item.Name))).ToList();
        foreach (var group in parsed.Where(upload => upload.Match.Success).GroupBy(upload => (Who: upload.Match.Groups["who"].Value, User: upload.Match.Groups["user"].Value)))
        {
            var files = group.OrderBy(upload => upload.Item.Name, StringComparer.Ordinal).Select(upload => new ClassFile(upload.Item.Name, upload.Match.Groups["file"].Value)).ToSequence();
            var (who, user) = group.Key;
            yield return new(files.Count == 1 ? files[0].Name : $"{who}_{user}", files, [new(user, who, [new(RosterColumn.Canvas, user), new(RosterColumn.Name, who)])])
            {
                IsLate = group.Any(upload => upload.Match.Groups["late"].Success),
            };
        }
        foreach (var (item, _) in parsed.Where(upload => !upload.Match.Success))
            yield return PlainLayout.Of(item);
    }

    [GeneratedRegex(@"^(?<who>[^_]+)_(?:(?<late>LATE)_)?(?<user>[0-9]+)_[0-9]+_(?<file>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Upload();

    // What was typed into a box has no upload's number: doejane_123_text.html.
    [GeneratedRegex(@"^(?<who>[^_]+)_(?:(?<late>LATE)_)?(?<user>[0-9]+)_(?:[0-9]+_)?(?<file>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyUpload();
}
