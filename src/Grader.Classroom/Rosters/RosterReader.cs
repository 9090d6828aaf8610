using Grader.Classroom.Layouts;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Classroom.Rosters;

/// <summary>Reads a roster: a CSV file with a header, such as the gradebook that Canvas exports, Moodle's grading worksheet, or one written by hand.</summary>
public static class RosterReader
{
    private const string First = "first";
    private const string Last = "last";
    private const string Section = "section";
    private const string Participant = "Participant ";
    private const int MostProblems = 20;

    /// <summary>Of a roster of some hundred thousand students.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private static readonly Dictionary<string, object> Columns = new(StringComparer.Ordinal)
    {
        ["name"] = RosterColumn.Name, ["fullname"] = RosterColumn.Name, ["student"] = RosterColumn.Name, ["studentname"] = RosterColumn.Name,
        ["firstname"] = First, ["givenname"] = First, ["lastname"] = Last, ["surname"] = Last, ["familyname"] = Last,
        ["id"] = RosterColumn.Id, ["studentid"] = RosterColumn.Id, ["sid"] = RosterColumn.Id, ["sisuserid"] = RosterColumn.Id, ["idnumber"] = RosterColumn.Id, ["number"] = RosterColumn.Id, ["studentnumber"] = RosterColumn.Id, ["identifier"] = RosterColumn.Id,
        ["login"] = RosterColumn.Login, ["loginid"] = RosterColumn.Login, ["sisloginid"] = RosterColumn.Login, ["username"] = RosterColumn.Login, ["user"] = RosterColumn.Login, ["netid"] = RosterColumn.Login,
        ["email"] = RosterColumn.Email, ["emailaddress"] = RosterColumn.Email, ["mail"] = RosterColumn.Email,
        ["canvasid"] = RosterColumn.Canvas, ["canvasuserid"] = RosterColumn.Canvas, ["participant"] = RosterColumn.Moodle,
        ["github"] = RosterColumn.GitHub, ["githubusername"] = RosterColumn.GitHub, ["githublogin"] = RosterColumn.GitHub,
        ["section"] = Section, ["group"] = Section, ["tutorial"] = Section,
    };

    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="ClassroomException">It is no CSV file, or no column says who a student is.</exception>
    public static Roster Read(string file, ReadOnlySpan<byte> bytes)
    {
        var reading = CsvFile.Read(file, bytes, MostBytes);
        if (reading.Problems.Count > 0)
            throw new ClassroomException(ClassroomFault.Usage, string.Join('\n', reading.Problems.Items.Take(MostProblems).Select(problem => problem.ToString())));
        if (reading.Lines.Count == 0)
            throw new ClassroomException(ClassroomFault.Usage, $"{file}: this roster is empty. Write a header such as id,name,email, then a row a student.");
        var header = reading.Lines[0].Fields;
        var columns = header.Items.Select(Column).ToList();
        // Canvas' own number stands under ID there, the university's under SIS User ID.
        if (header.Items.Any(name => Folded(name).StartsWith("sis", StringComparison.Ordinal)))
            columns = [.. header.Items.Select((name, i) => Folded(name) == "id" ? RosterColumn.Canvas : columns[i])];
        if (!columns.Exists(column => column is RosterColumn or Last))
            throw new ClassroomException(ClassroomFault.Usage, $"{file}:{reading.Lines[0].Line}: no column of this roster says who a student is (there are: {string.Join(", ", header.Items)}). Write a header with at least one of id, login, email, github_username, name; section if there is one.");

        var problems = new List<string>();
        var students = new List<Student>();
        var seen = new Dictionary<(RosterColumn, string), Student>();
        var byId = new Dictionary<string, Student>(StringComparer.Ordinal);
        foreach (var line in reading.Lines.Items.Skip(1).Where(line => !IsOfNobody(line)))
        {
            if (StudentOf(line, columns) is not { } student)
            {
                problems.Add($"{file}:{line.Line}: this row names nobody, and is passed over.");
                continue;
            }
            var other = student.Keys.Items.Where(key => key.Column != RosterColumn.Name).Select(key => (Key: key, Other: seen.GetValueOrDefault((key.Column, RosterMatch.Fold(key.Text))))).FirstOrDefault(item => item.Other is not null);
            if (other.Other is { } first && first.Id == student.Id)
            {
                problems.Add($"{file}:{line.Line}: {student.Id} stands in line {first.Line} already{(first.Name == student.Name ? "" : $", there as {first.Name}, here as {student.Name}")}. The first row counts.");
                continue;
            }
            if (other.Other is { } alike)
                problems.Add($"{file}:{line.Line}: {student.Id} has the same {Name(other.Key.Column)} ({other.Key.Text}) as {alike.Id} in line {alike.Line}: no submission is found by it. Mend the one that is wrong.");
            foreach (var key in student.Keys.Items.Where(key => key.Column != RosterColumn.Name))
                seen.TryAdd((key.Column, RosterMatch.Fold(key.Text)), student);
            if (!byId.TryAdd(student.Id, student) && byId[student.Id] is { } same)
                problems.Add($"{file}:{line.Line}: {student.Id} stands in line {same.Line} already. The first row counts.");
            else
                students.Add(student);
        }
        return new(students.ToSequence(), problems.ToSequence());
    }

    private static object? Column(string name) => Columns.GetValueOrDefault(Folded(name));

    private static string Folded(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static string Name(RosterColumn column) => column switch
    {
        RosterColumn.Id => "number",
        RosterColumn.Login => "login",
        RosterColumn.Email => "address",
        RosterColumn.GitHub => "name on GitHub",
        _ => "number of the platform",
    };

    /// <summary>Canvas writes points possible, and whose posting is by hand, as if they were students.</summary>
    private static bool IsOfNobody(CsvLine line) =>
        line.Fields.Items.All(field => string.IsNullOrWhiteSpace(field) || field.Trim() == "Muted" || field.Trim().StartsWith("Manual Posting", StringComparison.Ordinal))
        || line.Fields.Items.Any(field => field.Trim() is "Points Possible" or "Student, Test");

    private static Student? StudentOf(CsvLine line, List<object?> columns)
    {
        var keys = new List<AuthorKey>();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
        {
            var text = line.Fields[i].Trim();
            if (text.Length == 0)
                continue;
            if (columns[i] is RosterColumn column)
                keys.Add(column == RosterColumn.Id && text.StartsWith(Participant, StringComparison.Ordinal) ? new(RosterColumn.Moodle, text[Participant.Length..]) : new(column, text));
            else if (columns[i] is string other)
                texts.TryAdd(other, text);
        }
        var whole = $"{texts.GetValueOrDefault(First)} {texts.GetValueOrDefault(Last)}".Trim();
        if (whole.Length > 0 && !keys.Exists(key => key.Column == RosterColumn.Name))
            keys.Add(new(RosterColumn.Name, whole));
        if (keys.Count == 0)
            return null;
        var ordered = keys.OrderBy(key => IdOrder(key.Column)).ToSequence();
        string Text(RosterColumn column) => keys.Find(key => key.Column == column).Text ?? "";
        return new(ordered[0].Text, Text(RosterColumn.Name), Text(RosterColumn.Email), texts.GetValueOrDefault(Section, ""), line.Line, ordered);
    }

    private static int IdOrder(RosterColumn column) => column switch
    {
        RosterColumn.Id => 0,
        RosterColumn.Login => 1,
        RosterColumn.Email => 2,
        RosterColumn.GitHub => 3,
        RosterColumn.Name => 5,
        _ => 4,
    };
}
