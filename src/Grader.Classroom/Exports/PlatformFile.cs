using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Classroom.Exports;

/// <summary>The file that a learning platform exports, to be filled in and imported: a line a student.</summary>
/// <param name="Name">Of the file, for messages.</param>
/// <param name="Lines">Behind the header.</param>
/// <param name="Students">By their line. A line that is nobody's, and one whose student stands above already, has none.</param>
/// <param name="Problems">Of its lines.</param>
internal sealed record PlatformFile(string Name, Sequence<string> Header, Sequence<CsvLine> Lines, IReadOnlyDictionary<int, Student> Students, Sequence<string> Problems)
{
    private const int MostProblems = 20;
    private const int MostNamed = 40;

    /// <param name="needed">Columns by which it is known for what it is.</param>
    /// <param name="advice">Where the platform hands it out.</param>
    /// <exception cref="ClassroomException">It is no such file, or has no student.</exception>
    public static PlatformFile Read(string name, ReadOnlySpan<byte> bytes, IReadOnlyList<string> needed, string advice)
    {
        var reading = CsvFile.Read(name, bytes, RosterReader.MostBytes);
        if (reading.Problems.Count > 0)
            throw Refused(string.Join('\n', reading.Problems.Items.Take(MostProblems).Select(problem => problem.ToString())));
        if (reading.Lines.Count == 0)
            throw Refused($"{name}: this file is empty. {advice}");
        var header = reading.Lines[0].Fields;
        if (needed.Where(column => !header.Items.Contains(column)).ToList() is { Count: > 0 } missing)
            throw Refused($"{name}:{reading.Lines[0].Line}: this header has no {string.Join(", no ", missing)}. There are: {Listed(header.Items)}. {advice}");
        var roster = RosterReader.Read(name, bytes);
        if (roster.Students.Count == 0)
            throw Refused($"{name}: a header, and no student. {advice}");
        return new(name, header, [.. reading.Lines.Items.Skip(1)], roster.Students.Items.ToDictionary(student => student.Line), roster.Problems);
    }

    /// <summary>The column that is filled in.</summary>
    /// <param name="among">Places of those that may be.</param>
    /// <param name="asked">What <c>--column</c> says: the whole name, or what <paramref name="nameOf"/> makes of it; null for the one that is called like the assignment.</param>
    /// <param name="nameOf">A column's name without what the platform adds.</param>
    /// <exception cref="ClassroomException">There is none, or several are called so.</exception>
    public int Column(IReadOnlyList<int> among, string? asked, string title, Func<string, string> nameOf)
    {
        var found = asked is not null && among.Where(place => Header[place] == asked.Trim()).ToList() is { Count: > 0 } whole ? whole : [.. among.Where(place => Folded(nameOf(Header[place])) == Folded(asked ?? title))];
        return found switch
        {
            [var one] => one,
            [] => throw Refused($"{(asked is null ? $"{Name}: no column is called like the assignment, “{title}”" : $"--column {asked}: {Name} has no such column")}. {Choice(among)}"),
            _ => throw Refused($"{(asked is null ? "" : $"--column {asked}: ")}{Name} has {found.Count} columns called so: {Listed(found.Select(place => Header[place]))}. {(found.Select(place => Header[place]).Distinct(StringComparer.Ordinal).Count() > 1 ? "Give --column the whole name of one." : "Rename one on the platform, and export anew.")}"),
        };
    }

    private string Choice(IReadOnlyList<int> among) => among.Count == 0 ? "It has no column to fill in at all: make the assignment on the platform first, and export anew." : $"Give --column one of: {Listed(among.Select(place => Header[place]))}.";

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.Select(name => name.Length == 0 ? "(no name)" : name).ToList();
        return string.Join("; ", all.Take(MostNamed)) + (all.Count > MostNamed ? $"; and {all.Count - MostNamed} more" : "");
    }

    private static string Folded(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static ClassroomException Refused(string message) => new(ClassroomFault.Usage, message);
}
