using System.Globalization;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Rosters;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Classroom.Exports;

/// <summary>
/// Grades that Moodle imports: the grading worksheet of an assignment, filled in, or a file with numbers and addresses for the course's grade import. Moodle passes over a grade that is empty or above the maximum, asks for the
/// column <c>Last modified (grade)</c> to see whether somebody graded meanwhile, and takes feedback as it stands, also none: where Moodle has some and the run no points, the line is left out.
/// </summary>
public static class MoodleExport
{
    private const string Identifier = "Identifier";
    private const string Grade = "Grade";
    private const string Maximum = "Maximum Grade";
    private const string Modified = "Last modified (grade)";
    private const string Comments = "Feedback comments";
    private const string Advice = "Moodle hands it out in the assignment, where its settings have the feedback type “Offline grading worksheet”: View all submissions, Download grading worksheet; in English.";

    private static readonly string[] Identifying = [Identifier, "Full name", "First name", "Last name", "Surname", "ID number", "Username", "Email address"];

    /// <exception cref="ClassroomException">The run or the file is not what it must be.</exception>
    public static GradebookExport Write(ExportRequest request)
    {
        var exported = ExportedClass.Of(request.Run, request.IsFinalOnly);
        var feedback = ExportFeedback.Of(request.Run);
        return request.File is { } file ? Filled(exported, feedback, PlatformFile.Read(file.Name, file.Bytes.Span, [Identifier, .. request.Column is null ? [Grade] : Array.Empty<string>(), Modified], Advice), request.Column) : Made(exported, feedback);
    }

    private static GradebookExport Filled(ExportedClass exported, ExportFeedback feedback, PlatformFile file, string? asked)
    {
        var identifying = Places(name => Identifying.Contains(name));
        var column = file.Column([.. Places(name => !Identifying.Contains(name) && name is not (Maximum or Modified or Comments))], asked, Grade, name => name);
        var maximum = file.Header.Items.IndexOf(Maximum);
        var comments = file.Header.Items.IndexOf(Comments);
        var kept = (List<int>)[.. identifying, column, .. Places(name => name is Maximum or Modified or Comments)];
        var match = PlatformMatch.Of(exported, file);
        var lines = file.Lines.Items.Where(line => file.Students.ContainsKey(line.Line))
            .Select(line => (line.Fields, Student: match.ByLine.GetValueOrDefault(line.Line) is { Points: not null } student ? student : null))
            .Where(line => line.Student is not null || (line.Fields[column].Length == 0 && (comments < 0 || line.Fields[comments].Length == 0)))
            .Select(line => kept.ConvertAll(place => CsvText.Cell(line.Student is null || (place != column && place != comments) ? line.Fields[place] : place == column ? GradebookWriter.Number(line.Student.Points) : feedback.Text(line.Student.Row))));
        return new(
            CsvText.Lines(lines.Prepend(kept.ConvertAll(place => CsvText.Cell(file.Header[place])))),
            match.ByLine.Values.Count(student => student.Points is not null),
            file.Students.Count,
            ExportRemarks.Of(exported, file, match,
            [
                .. comments < 0 ? (ExportRemark[])[new($"The worksheet has no column {Comments}, so that no feedback is written: switch that feedback type on in the assignment's settings, and download it anew.", [])] : [],
                .. maximum < 0 ? [] : OtherMaximum(exported, file, maximum),
            ]));

        List<int> Places(Func<string, bool> isOne) => [.. Enumerable.Range(0, file.Header.Count).Where(place => isOne(file.Header[place]))];
    }

    private static GradebookExport Made(ExportedClass exported, ExportFeedback feedback)
    {
        if (!exported.HasRoster)
            throw new ClassroomException(ClassroomFault.Usage, "This run has no roster, so that nothing says what its students are known by in Moodle. Give the grading worksheet that Moodle hands out with --gradebook, or grade with --roster.");
        var listed = exported.Students.Items.Where(student => !student.IsUnknown).ToList();
        var columns = new List<(string Head, Func<ExportedStudent, string> Cell)>
        {
            (Identifier, student => student.Key(RosterColumn.Moodle) is { Length: > 0 } number ? $"Participant {number}" : ""),
            ("Full name", student => student.Row.Name),
            ("ID number", student => student.Key(RosterColumn.Id)),
            ("Username", student => student.Key(RosterColumn.Login)),
            ("Email address", student => student.Row.Email),
        };
        var used = columns.Where(column => listed.Exists(student => column.Cell(student).Length > 0)).ToList();
        // Without a time Moodle takes the worksheet where nobody has graded yet, or where it is told to ignore that.
        string[] modified = used.Exists(column => column.Head == Identifier) ? [Modified] : [];
        var lines = listed.Select(student => (string[])
        [
            .. used.Select(column => CsvText.Cell(column.Cell(student))), GradebookWriter.Number(student.Points), GradebookWriter.Number(student.Points is null ? null : exported.Max), .. modified.Select(_ => ""),
            student.Points is null ? "" : CsvText.Cell(feedback.Text(student.Row)),
        ]);
        return new(CsvText.Lines(lines.Prepend([.. used.Select(column => column.Head), Grade, Maximum, .. modified, Comments])), listed.Count(student => student.Points is not null), listed.Count, ExportRemarks.Of(exported, null, null, []));
    }

    private static IEnumerable<ExportRemark> OtherMaximum(ExportedClass exported, PlatformFile file, int maximum) =>
        file.Lines.Items.Select(line => line.Fields[maximum]).Distinct(StringComparer.Ordinal)
            .Where(text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && exported.Max is { } max && number != max)
            .Select(text => new ExportRemark($"The maximum grade is {text} in Moodle, and the assignment has {GradebookWriter.Number(exported.Max)} points: they are written as they are, and Moodle passes over what is above its maximum.", []));
}
