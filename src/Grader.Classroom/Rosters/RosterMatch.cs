using Grader.Classroom.Layouts;
using Grader.Mathematics;

namespace Grader.Classroom.Rosters;

/// <summary>Finds the student of a roster whom a submission is by. What fits two students is nobody's.</summary>
public sealed class RosterMatch
{
    private readonly Dictionary<(RosterColumn, string), List<Student>> _students = [];

    public RosterMatch(Roster roster)
    {
        foreach (var student in roster.Students)
        {
            foreach (var key in student.Keys)
            {
                foreach (var text in key.Column == RosterColumn.Name ? NamesOf(key.Text) : [Fold(key.Text)])
                    Add(key.Column, text, student);
            }
        }
    }

    public MatchedAuthor Match(Author author)
    {
        List<Student>? several = null;
        foreach (var key in author.Keys)
        {
            var found = _students.GetValueOrDefault((key.Column, key.Column == RosterColumn.Name ? Letters(key.Text) : Fold(key.Text)));
            if (found is [var student])
                return new(student.Id, student.Name, IsKnown: true, "");
            several ??= found;
        }
        return new(author.Id, author.Name, IsKnown: false, several is null ? "no student of the roster" : $"{several.Count} students of the roster may be meant ({string.Join(", ", several.Select(student => student.Id))})");
    }

    /// <summary>Whom a submission is by where there is no roster.</summary>
    public static MatchedAuthor Unmatched(Author author) => new(author.Id, author.Name, IsKnown: true, "");

    internal static string Fold(string text) => text.Trim().ToLowerInvariant();

    /// <summary>A name as platforms run it together: <c>janedoe</c>, <c>doejane</c>; of <c>Doe, Jane</c> the same.</summary>
    internal static HashSet<string> NamesOf(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0)
            return [Letters(name), Letters(name[(comma + 1)..] + name[..comma])];
        var space = name.LastIndexOf(' ');
        var first = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? [Letters(name)] : [Letters(name), Letters(name[space..] + name[..space]), Letters(name[first..] + name[..first])];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private void Add(RosterColumn column, string text, Student student)
    {
        if (text.Length == 0)
            return;
        if (!_students.TryGetValue((column, text), out var found))
            _students[(column, text)] = found = [];
        if (!found.Contains(student))
            found.Add(student);
    }
}

/// <summary>A student whom a submission is by.</summary>
/// <param name="Id">In the roster; where it names nobody, as the platform says it.</param>
/// <param name="IsKnown">The roster names the student, or there is none.</param>
/// <param name="Problem">Why not, else empty.</param>
public readonly record struct MatchedAuthor(string Id, string Name, bool IsKnown, string Problem);
