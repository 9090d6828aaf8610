using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>
/// The answer that a student gives by the check's own id, in a block <c>answers</c> or a file of answers: the last word of its part, which needs no other words and no other check may
/// have. Where the text says another thing, both are kept, and a person decides.
/// </summary>
internal static class DeclaredAnswers
{
    /// <param name="declared">The rows that name the check.</param>
    public static Selection In(PartReading declared, IContestant contestant)
    {
        var saidInWords = contestant.Check is NumberCheck number ? WordAnswers.In(declared, [number]) : [];
        var answers = (IsNumber(contestant) ? declared.Numbers.Concat(saidInWords) : declared.Tensors)
            .Where(contestant.Takes)
            .OrderBy(answer => answer.Place.Start)
            .ToList();
        if (answers.Count > 0)
            return new(answers[^1], answers[..^1]);
        var row = declared.Statements[^1];
        return new(new(row, null, row.Text, row.Place, [], [], 0) { Trouble = $"no {KindOf(contestant.Check)} stands in this row" }, []);
    }

    private static string KindOf(Check check) => check switch
    {
        OwnCheck { Shape: { Count: > 0 } shape } => $"array of shape {string.Join(" × ", shape)}",
        OwnCheck => "number",
        _ => check.Kind,
    };

    /// <summary>Whether the text says that a selection is the check's: by an address, by words, by being the only matrix of the part. A number that is only left over says nothing.</summary>
    public static bool IsSaid(Selection selection, IContestant contestant, bool isLabelled) =>
        selection.IsAddressed
        || !IsNumber(contestant)
        || (contestant.Check.Labels.Groups.Count == 0 ? isLabelled : LabelScore.Of(contestant.Check.Labels, selection.Answer) is { Weight: > 0 });

    /// <param name="said">What the text says to be the answer; null where it says nothing.</param>
    /// <param name="text">All that the text of the part says.</param>
    /// <returns>
    /// The declared answer; with the text's as its rival where the text says another value and nowhere the declared one. Where it says both, the row tells which is meant: a
    /// derivation passes many values on its way. But what the text says and is right is not lost to a row that is wrong.
    /// </returns>
    public static Selection Against(Selection declared, Selection? said, PartReading text, IContestant contestant, Worksheet key)
    {
        if (said is null or { Answer: not { Trouble: null, Expression: not null } } || declared.Answer.Trouble is not null || IsSame(declared.Answer, said.Answer, contestant, key))
            return declared;
        var isLost = contestant is ValueGrader grader && grader.Judge(said.Answer, key).Agreement == Agreement.Agrees;
        return !isLost && Values(text, contestant).Any(answer => IsSame(declared.Answer, answer, contestant, key)) ? declared : declared with { Rivals = [.. declared.Rivals, said.Answer] };
    }

    /// <summary>All values of the text that could be meant: numbers, those before the last in a chain, and entries of arrays; or arrays.</summary>
    private static IEnumerable<Answer> Values(PartReading text, IContestant contestant)
    {
        if (!IsNumber(contestant))
            return text.Tensors.Where(answer => answer is { Trouble: null, Expression: not null });
        var members = text.Numbers.SelectMany(answer => answer.Chain.Items.Select(member => answer with { Expression = member.Expression }));
        var entries = text.Tensors.SelectMany(answer => (SubmittedMatrix.RowsOf(answer.Expression) ?? []).SelectMany(row => row).Select(entry => answer with { Expression = entry }));
        return text.Numbers.Concat(members).Concat(entries).Where(answer => answer is { Trouble: null, Expression: { } expression } && SubmittedNumber.Of(expression) is not null);
    }

    /// <summary>The same for a claim in words, which is judged by the row and by the text.</summary>
    public static Outcome Against(Outcome declared, Outcome said)
    {
        var isOtherwise = said.Found is not null
            && ((said.IsContrary && declared.Verdict == Verdict.Correct) || (IsPlain(declared) && IsPlain(said) && (declared.Verdict != said.Verdict || (declared.Verdict != Verdict.Correct && declared.Message != said.Message))));
        return isOtherwise
            ? Outcome.Review(declared.Expected, declared.Found, $"This row says one thing, and “{Sentence.Shorten(said.Found!.Text)}” in {said.Found.Where} another.")
            : declared;
    }

    private static bool IsPlain(Outcome outcome) => outcome.Verdict is Verdict.Correct or Verdict.Incorrect or Verdict.Partial;

    private static bool IsNumber(IContestant contestant) => contestant.Check is not (VectorCheck or MatrixCheck or OwnCheck { Shape.Count: > 0 });

    private static bool IsSame(Answer row, Answer text, IContestant contestant, Worksheet key)
    {
        if (contestant is ValueGrader grader and not OwnGrader && grader.Judge(row, key).Agreement == Agreement.Agrees && grader.Judge(text, key).Agreement == Agreement.Agrees)
            return true;
        // What cannot be compared contradicts nothing: a matrix on the way has another shape.
        if (IsNumber(contestant))
            return SubmittedNumber.Of(row.Expression!) is not { } a || SubmittedNumber.Of(text.Expression!) is not { } b || a.AsShare().IsSameAs(b.AsShare()) || IsSameShare(a, b);
        return ((ValueGrader)contestant).OwnValue(row) is not Tensor ours || ((ValueGrader)contestant).OwnValue(text) is not Tensor theirs || ours.Shape != theirs.Shape || ours == theirs;
    }

    /// <summary>74.12 beside 74.12 %, where the unit goes without saying.</summary>
    private static bool IsSameShare(SubmittedNumber a, SubmittedNumber b) => a.IsPercent != b.IsPercent && (a with { Unit = "" }).IsSameAs(b with { Unit = "" });
}
