using System.Globalization;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;
using Grader.Mathematics;
using Grader.Reports;

namespace Grader.Classroom.Exports;

/// <summary>
/// A gradebook that Canvas imports. Canvas finds a student by the columns up to <c>Section</c>, in their places, an assignment by the number in its column's name, and takes an empty cell for a grade
/// that is to be deleted: where Canvas has one and the run none, the line is left out.
/// </summary>
public static class CanvasExport
{
    private const string Advice = "Canvas hands it out in the gradebook: Export, Export Entire Gradebook.";
    private const string Possible = "Points Possible";

    /// <exception cref="ClassroomException">The run or the file is not what it must be.</exception>
    public static GradebookExport Write(ExportRequest request)
    {
        var exported = ExportedClass.Of(request.Run, request.IsFinalOnly);
        return request.File is { } file ? Filled(exported, PlatformFile.Read(file.Name, file.Bytes.Span, ["ID", "Section"], Advice), request.Column) : Made(exported);
    }

    private static GradebookExport Filled(ExportedClass exported, PlatformFile read, string? asked)
    {
        var file = WithOwnNumbers(read);
        var section = file.Header.Items.IndexOf("Section");
        var possible = file.Lines.Items.FirstOrDefault(line => line.Fields[0] == Possible);
        var open = Enumerable.Range(section + 1, file.Header.Count - section - 1).Where(place => possible?.Fields[place].Contains("read only", StringComparison.OrdinalIgnoreCase) != true).ToList();
        var column = file.Column(open, asked, exported.Title, TitleOf);
        var match = PlatformMatch.Of(exported, file);
        var written = file.Lines.Items.Where(line => file.Students.ContainsKey(line.Line))
            .Select(line => (line.Fields, match.ByLine.GetValueOrDefault(line.Line)?.Points))
            .Where(line => line.Points is not null || line.Fields[column].Length == 0)
            .Select(line => (string[])[.. line.Fields.Items.Take(section + 1).Select(CsvText.Cell), GradebookWriter.Number(line.Points)]);
        var head = (string[])[.. file.Header.Items.Take(section + 1).Select(CsvText.Cell), CsvText.Cell(file.Header[column])];
        string[] points = [$"    {Possible}", .. Enumerable.Repeat("", section), possible?.Fields[column] ?? GradebookWriter.Number(exported.Max)];
        return new(CsvText.Lines(written.Prepend(points).Prepend(head)), match.ByLine.Values.Count(student => student.Points is not null), file.Students.Count, ExportRemarks.Of(exported, file, match, OtherMaximum(exported, possible?.Fields[column], file.Header[column])));
    }

    private static GradebookExport Made(ExportedClass exported)
    {
        if (!exported.HasRoster)
            throw new ClassroomException(ClassroomFault.Usage, "This run has no roster, so that nothing says what its students are known by in Canvas. Give the gradebook that Canvas exports with --gradebook, or grade with --roster.");
        var listed = exported.Students.Items.Where(student => !student.IsUnknown).ToList();
        string[] head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", CsvText.Cell($"{exported.Title} ({exported.Assignment})")];
        var lines = listed.Select(student => (string[])
        [
            CsvText.Cell(student.Row.Name.Length > 0 ? student.Row.Name : student.Row.Student), CsvText.Cell(student.Key(RosterColumn.Canvas)), CsvText.Cell(student.Key(RosterColumn.Id)), CsvText.Cell(student.Key(RosterColumn.Login)),
            CsvText.Cell(student.Row.Section), GradebookWriter.Number(student.Points),
        ]);
        return new(
            CsvText.Lines(lines.Prepend([$"    {Possible}", "", "", "", "", GradebookWriter.Number(exported.Max)]).Prepend(head)),
            listed.Count(student => student.Points is not null),
            listed.Count,
            ExportRemarks.Of(exported, null, null, [new("Without --gradebook the column has no number of Canvas', which takes it for a new assignment's.", [])]));
    }

    /// <summary>Where no SIS columns are, <c>ID</c> is Canvas' number all the same.</summary>
    private static PlatformFile WithOwnNumbers(PlatformFile file) => file.Header.Items.Any(name => name.StartsWith("SIS", StringComparison.Ordinal)) ? file : file with
    {
        Students = file.Students.ToDictionary(item => item.Key, item => item.Value with { Keys = [.. item.Value.Keys.Items.Select(key => key.Column == RosterColumn.Id ? key with { Column = RosterColumn.Canvas } : key)] }),
    };

    /// <summary><c>Homework 5 (77)</c> is called Homework 5.</summary>
    private static string TitleOf(string name) =>
        name.LastIndexOf('(') is > 0 and var open && name[^1] == ')' && name.AsSpan(open + 1, name.Length - open - 2) is { IsEmpty: false } number && !number.ContainsAnyExceptInRange('0', '9') ? name[..open].TrimEnd() : name;

    private static IEnumerable<ExportRemark> OtherMaximum(ExportedClass exported, string? possible, string column) =>
        decimal.TryParse(possible, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && exported.Max is { } max && number != max
            ? [new(string.Create(CultureInfo.InvariantCulture, $"{column} has {number:0.####} points possible in Canvas, and the assignment {max:0.####}: points are written as they are."), [])]
            : [];
}
