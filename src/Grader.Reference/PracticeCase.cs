using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>
/// An assignment to practise with: its inputs are drawn anew, other than the student's own and nobody's, and only what has another answer with them is asked. What would
/// tell an answer of the assignment itself is left out.
/// </summary>
/// <param name="LeftOut">What, and why: <c>question 2: draws nothing</c>.</param>
public sealed record PracticeCase(ICaseSource Source, Assignment Assignment, Sequence<string> LeftOut)
{
    // No student's id has a line in it.
    private const string Nobody = "\npractice";

    /// <param name="source">An assignment that <see cref="CaseReader"/> reads without a problem.</param>
    /// <param name="student">Whose variant it must differ from; empty for nobody's alone.</param>
    /// <returns>Null where nothing is left to ask.</returns>
    public static PracticeCase? Of(ICaseSource source, string student, out Sequence<CaseProblem> problems)
    {
        problems = [];
        var folder = new CaseFolder(source, new());
        if (AssignmentReader.Open(folder, out var format) is not { } reader || CaseTreeReader.Read(AssignmentReader.FileName, folder.Read(AssignmentReader.FileName)!.Value.Span, folder.Problems) is not CaseObject assignment)
            return null;
        var leftOut = new List<string>();
        var questions = new List<(CaseText Name, CaseObject Content)>();
        foreach (var name in reader.Texts("questions").DistinctBy(name => name.Text))
        {
            if (AssignmentReader.Drawn(folder, name, format, reader.Text("id"), Nobody, out var isDrawn, ["", student]) is not CaseObject content)
                continue;
            if (Reason(content, isDrawn) is { } reason)
                leftOut.Add($"question {(content["id"] as CaseText)?.Text}: {reason}");
            else
                questions.Add((name, content));
        }

        var drawn = Read(source, assignment, questions);
        var known = new[] { "", student }.Distinct().SelectMany(whose => Answers(CaseReader.Read(source, whose).Assignment)).ToLookup(answer => answer.Check, answer => answer.Text, StringComparer.Ordinal);
        var same = Answers(drawn.Reading.Assignment).Where(answer => known[answer.Check].Contains(answer.Text)).Select(answer => answer.Check).ToHashSet(StringComparer.Ordinal);
        leftOut.AddRange(same.Select(check => $"{check}: the same answer as in the assignment"));
        var asked = questions.Select(question => (question.Name, Content: PracticeQuestion.Without(question.Content, same))).Where(question => question.Content is not null).Select(question => (question.Name, question.Content!)).ToList();
        if (asked.Count == 0)
            return null;
        var (practice, reading) = Read(source, assignment, asked);
        problems = reading.Problems;
        return reading.Assignment is { } read ? new(practice, read, leftOut.ToSequence()) : null;
    }

    private static string? Reason(CaseObject question, bool isDrawn) =>
        !isDrawn ? "draws nothing"
        : question["computed"] is not null ? "its values are computed once for all"
        : question["training"] is not null ? "its bands are the same for all"
        : null;

    private static (ICaseSource Source, CaseReading Reading) Read(ICaseSource source, CaseObject assignment, List<(CaseText Name, CaseObject Content)> questions)
    {
        var files = questions.ToDictionary(question => CasePath.Of(question.Name.Text)!, question => CaseJson.Write(question.Content), StringComparer.Ordinal);
        files[AssignmentReader.FileName] = CaseJson.Write(PracticeQuestion.Head(assignment, questions.Select(question => question.Name)));
        var changed = new ChangedCase(source, files);
        return (changed, CaseReader.Read(changed));
    }

    private static IEnumerable<(string Check, string Text)> Answers(Assignment? assignment) => assignment is null ? [] : AnswerKey.Of(assignment).Questions.Items
        .SelectMany(question => question.Parts.Items)
        .SelectMany(part => part.Checks.Items)
        .Select(check => (check.Check.Id, string.Join('\n', check.Rows.Items.Select(row => row.Value))));

    /// <summary>The files of an assignment, some of them others.</summary>
    private sealed class ChangedCase(ICaseSource source, Dictionary<string, byte[]> files) : ICaseSource
    {
        public IReadOnlyList<string> Paths => source.Paths;

        public ReadOnlyMemory<byte>? Read(string path) => CasePath.Of(path) is { } name && files.TryGetValue(name, out var bytes) ? bytes : source.Read(path);
    }
}
