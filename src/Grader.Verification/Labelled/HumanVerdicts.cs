using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>What a person allows to be said of one answer.</summary>
/// <param name="Check">Id as the assignment spells it.</param>
/// <param name="Allowed">One or several; the first is the person's own.</param>
/// <param name="Note">Why; empty for nothing.</param>
public sealed record HumanVerdict(string Check, Sequence<Verdict> Allowed, string Note)
{
    public bool IsRight => Allowed.Items.Any(verdict => verdict.IsAccepting());
}

/// <param name="Verdicts">In the order of the file; what has a problem is left out.</param>
public sealed record HumanVerdictsReading(Sequence<HumanVerdict> Verdicts, Sequence<CaseProblem> Problems);

/// <summary>
/// Reads <c>NAME.expected.csv</c>, what a person allows to be said of a submission: a header <c>check,allowed</c>, optionally <c>note</c>, then a row a check. Several verdicts of a row stand with
/// <c>|</c> or spaces between them, the person's own first. A check without a row is not counted.
/// </summary>
public static class HumanVerdicts
{
    private const int CheckColumn = 0;
    private const int AllowedColumn = 1;
    private const int NoteColumn = 2;

    private static readonly string[] Columns = ["check", "allowed", "note"];

    private static readonly string Names = string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => verdict.Name()));

    /// <param name="file">Its path, for problems.</param>
    public static HumanVerdictsReading Read(string file, ReadOnlySpan<byte> bytes, Assignment assignment)
    {
        var csv = CsvFile.Read(file, bytes);
        var problems = csv.Problems.Items.ToList();
        if (csv.Lines.Count == 0)
        {
            if (problems.Count == 0)
                problems.Add(new(file, 1, 1, "The file is empty.", "Write the header check,allowed and a row for each check that a person graded: 1a.width,correct."));
            return new([], problems.ToSequence());
        }
        var header = csv.Lines[0].Fields.Items.Select(field => field.ToLowerInvariant()).ToList();
        var places = Columns.Select(column => header.IndexOf(column)).ToArray();
        if (places[CheckColumn] < 0 || places[AllowedColumn] < 0 || header.Except(Columns).Any() || header.Distinct().Count() < header.Count)
        {
            problems.Insert(0, new(file, csv.Lines[0].Line, 1, $"The first line is “{string.Join(',', csv.Lines[0].Fields.Items)}”, which is no header of this file.", "Write check,allowed or check,allowed,note in it."));
            return new([], problems.ToSequence());
        }

        var verdicts = new List<HumanVerdict>();
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in csv.Lines.Items.Skip(1))
        {
            var (check, allowed) = (Check(line, Field(CheckColumn)), Allowed(line, Field(AllowedColumn)));
            if (check is not null && allowed.Count > 0)
                verdicts.Add(new(check, allowed, Field(NoteColumn)));

            string Field(int column) => places[column] < 0 ? "" : line.Fields[places[column]].Trim();
        }
        if (csv.Lines.Count == 1 && problems.Count == 0)
            problems.Add(new(file, 1, 1, "There is a header, and no row.", "Write a row for each check that a person graded: 1a.width,correct."));
        return new(verdicts.ToSequence(), problems.OrderBy(problem => problem.Line).ToSequence());

        string? Check(CsvLine line, string id)
        {
            if (Ids(assignment).FirstOrDefault(known => known.Equals(id, StringComparison.OrdinalIgnoreCase)) is not { } check)
            {
                problems.Add(new(file, line.Line, 1, $"{assignment.Id} has no check “{id}”.", $"{Near(id, assignment)}."));
                return null;
            }
            if (lineOf.TryAdd(check, line.Line))
                return check;
            problems.Add(new(file, line.Line, 1, $"{check} stands in line {lineOf[check]} already.", "Leave one row a check; several verdicts that are allowed stand in one row: correct|needs-review."));
            return null;
        }

        Sequence<Verdict> Allowed(CsvLine line, string text)
        {
            var words = text.Split(['|', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length == 0)
                problems.Add(new(file, line.Line, 1, "No verdict is allowed here.", $"Write one or several of {Names}, with | between them, the right one first; or leave the row out."));
            if (words.FirstOrDefault(word => Verdicts.Named(word) is null) is { } unknown)
            {
                problems.Add(new(file, line.Line, 1, $"There is no verdict “{unknown}”.", $"There are: {Names}; several stand with | between them."));
                return [];
            }
            return words.Select(word => Verdicts.Named(word)!.Value).Distinct().ToSequence();
        }
    }

    private static IEnumerable<string> Ids(Assignment assignment) => assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).Select(check => check.Id);

    /// <summary>The ids of the same part, where there is one; else all.</summary>
    private static string Near(string id, Assignment assignment)
    {
        var part = assignment.Questions.Items.SelectMany(question => question.Parts.Items).FirstOrDefault(part => id.Split('.')[0].Equals(part.Id, StringComparison.OrdinalIgnoreCase) && part.Checks.Count > 0);
        return part is null ? $"There are: {string.Join(", ", Ids(assignment))}" : $"Of {part.Id} there {(part.Checks.Count == 1 ? "is" : "are")}: {string.Join(", ", part.Checks.Items.Select(check => check.Id))}";
    }
}
