using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;

namespace Grader.Classroom.Exports;

/// <summary>Which line of a platform's file is whose. By number, login or address, never by name alone; what fits two is nobody's.</summary>
/// <param name="ByLine">The student of each line that is somebody's.</param>
/// <param name="NotListed">Students whom the file does not have.</param>
/// <param name="Doubtful">Students whom nothing is written for, and why.</param>
/// <param name="InDoubt">Lines that may be theirs.</param>
internal sealed record PlatformMatch(IReadOnlyDictionary<int, ExportedStudent> ByLine, IReadOnlyList<ExportedStudent> NotListed, IReadOnlyList<(ExportedStudent Student, string Why)> Doubtful, IReadOnlySet<int> InDoubt)
{
    private static readonly RosterColumn[] Telling = [RosterColumn.Id, RosterColumn.Login, RosterColumn.Email, RosterColumn.Canvas, RosterColumn.Moodle];

    /// <exception cref="ClassroomException">Nobody of the class is in the file: it is another class's.</exception>
    public static PlatformMatch Of(ExportedClass exported, PlatformFile file)
    {
        var lines = new Dictionary<(RosterColumn, string), SortedSet<int>>();
        foreach (var student in file.Students.Values)
        {
            foreach (var key in student.Keys.Items.Where(key => Telling.Contains(key.Column)))
            {
                var place = (key.Column, RosterMatch.Fold(key.Text));
                if (!lines.TryGetValue(place, out var found))
                    lines[place] = found = [];
                found.Add(student.Line);
            }
        }
        var hasNumbers = lines.Keys.Any(place => place.Item1 == RosterColumn.Id);
        var (one, notListed, doubtful) = (new List<(int Line, ExportedStudent Student)>(), new List<ExportedStudent>(), new List<(ExportedStudent Student, string Why, IReadOnlyList<int> Lines)>());
        var known = exported.Students.Items.Where(student => !(student.IsUnknown && exported.HasRoster)).ToList();
        foreach (var student in known)
        {
            var found = Places(student).SelectMany(place => lines.GetValueOrDefault(place) ?? []).Concat(LinesByPlatformNumber(student)).Distinct().Order().ToList();
            if (found is [var line])
                one.Add((line, student));
            else if (found.Count > 1)
                doubtful.Add((student, $"fits lines {string.Join(" and ", found)} of {file.Name}", found));
            else
                notListed.Add(student);
        }
        var byLine = new Dictionary<int, ExportedStudent>();
        foreach (var group in one.GroupBy(item => item.Line))
        {
            var students = group.Select(item => item.Student).ToList();
            if (students is [var student])
                byLine[group.Key] = student;
            else
                doubtful.AddRange(students.Select(same => (same, $"line {group.Key} of {file.Name} is as well {string.Join(" and ", students.Where(other => other != same).Select(other => other.Row.Student))}", (IReadOnlyList<int>)[group.Key])));
        }
        return byLine.Count > 0 || doubtful.Count > 0 ? new(byLine, notListed, doubtful.ConvertAll(item => (item.Student, item.Why)), doubtful.SelectMany(item => item.Lines).ToHashSet()) : throw new ClassroomException(ClassroomFault.Usage, $"{file.Name}: of the {known.Count} students of the run none is in this file: not by number, login or address. Is it the gradebook of this class? Grade with --roster and the platform's own file, and they are known by the same.");

        IEnumerable<(RosterColumn, string)> Places(ExportedStudent student) => student.Keys.Count == 0
            ? Telling.Select(column => (column, RosterMatch.Fold(student.Row.Student)))
            : student.Keys.Items.SelectMany(key => Columns(key).Select(column => (column, RosterMatch.Fold(key.Text))));

        // A file without the university's numbers has the platform's own alone, and a roster made of it has those as numbers. Two kinds of numbers may be alike, so the name must be, too.
        IEnumerable<int> LinesByPlatformNumber(ExportedStudent student) => hasNumbers ? [] : student.Keys.Items.Where(key => key.Column == RosterColumn.Id)
            .SelectMany(key => lines.GetValueOrDefault((RosterColumn.Canvas, RosterMatch.Fold(key.Text))) ?? [])
            .Where(line => student.Row.Name.Length > 0 && RosterMatch.NamesOf(student.Row.Name).Overlaps(RosterMatch.NamesOf(file.Students[line].Name)));
    }

    /// <summary>Addresses are logins on many a platform.</summary>
    private static RosterColumn[] Columns(AuthorKey key) => key.Column switch
    {
        RosterColumn.Login or RosterColumn.Email => [RosterColumn.Login, RosterColumn.Email],
        RosterColumn.Id or RosterColumn.Canvas or RosterColumn.Moodle => [key.Column],
        _ => [],
    };
}
