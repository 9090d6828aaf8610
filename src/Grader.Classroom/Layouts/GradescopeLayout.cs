using System.Text.RegularExpressions;
using Grader.Classroom.Rosters;
using Grader.Mathematics;

namespace Grader.Classroom.Layouts;

/// <summary>Folders <c>submission_123</c>; <c>submission_metadata.yml</c> says whose they are, and a group has one submission.</summary>
internal static partial class GradescopeLayout
{
    public static IEnumerable<ClassSubmission> Find(IEnumerable<ClassItem> items, string metadata)
    {
        var authors = Authors(metadata);
        return items.Select(item => PlainLayout.Of(item) is var plain && authors.TryGetValue(Path.GetFileNameWithoutExtension(item.Name), out var known) && known.Count > 0 ? plain with { Authors = known.ToSequence() } : plain);
    }

    /// <summary>Only the lines that name people are read: the file holds results of every test besides, and Ruby's symbols.</summary>
    private static Dictionary<string, List<Author>> Authors(string metadata)
    {
        var authors = new Dictionary<string, List<Author>>(StringComparer.Ordinal);
        List<Author>? current = null;
        var isSubmitters = false;
        foreach (var line in metadata.AsSpan().EnumerateLines())
        {
            var text = line.ToString();
            if (Submission().Match(text) is { Success: true } submission)
                authors[submission.Groups["name"].Value] = current = [];
            else if (Member().Match(text) is { Success: true } member)
                isSubmitters = member.Groups["name"].Value == "submitters";
            else if (current is not null && isSubmitters && Field().Match(text) is { Success: true } field)
            {
                if (field.Groups["dash"].Success || current.Count == 0)
                    current.Add(new("", "", []));
                current[^1] = With(current[^1], field.Groups["name"].Value, Scalar(field.Groups["value"].Value));
            }
        }
        foreach (var group in authors.Values)
            group.RemoveAll(author => author.Id.Length == 0);
        return authors;
    }

    private static Author With(Author author, string field, string value) => value.Length == 0 ? author : field switch
    {
        "name" => new(author.Keys.Count > 0 ? author.Id : value, value, [.. author.Keys.AsSpan(), new(RosterColumn.Name, value)]),
        "sid" => new(value, author.Name, [new(RosterColumn.Id, value), new(RosterColumn.Login, value), .. author.Keys.AsSpan()]),
        _ => new(author.Keys.Items.Any(key => key.Column == RosterColumn.Id) ? author.Id : value, author.Name, [.. author.Keys.Items.Where(key => key.Column != RosterColumn.Name), new(RosterColumn.Email, value), .. author.Keys.Items.Where(key => key.Column == RosterColumn.Name)]),
    };

    private static string Scalar(string text)
    {
        text = text.Trim();
        if (text.Length > 1 && text[0] is '\'' or '"' && text[^1] == text[0])
            return text[0] == '\'' ? text[1..^1].Replace("''", "'", StringComparison.Ordinal) : text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal);
        return text is "null" or "~" ? "" : text;
    }

    [GeneratedRegex("^['\"]?(?<name>submission_[0-9]+)[^:]*:\\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Submission();

    [GeneratedRegex("^ {2}:(?<name>[a-z_]+):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Member();

    [GeneratedRegex(@"^\s+(?<dash>-)?\s*:(?<name>name|sid|email):(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
