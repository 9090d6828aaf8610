using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Grading.Diagnosis;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading;

/// <summary>From all that is known of one answer, the verdict: right, right given what came before, explained, doubtful, wrong, in this order.</summary>
internal static class ValueVerdict
{
    public static Outcome Of(ValueState state, Worksheet key, PartReading part, bool converted, HashSet<Answer> takenByOthers)
    {
        var expected = Expected(state.Grader, key);
        if (state.Selection is not { } selection)
        {
            return Elsewhere(state.Grader, key, part, takenByOthers) is { } unclaimed
                ? Outcome.Review(expected, unclaimed.Found, new("The right value stands in this part, but nothing says that it is this answer.", "Nothing in this part says plainly that it is this answer.")) with { IsGivenAway = true }
                : Outcome.Missing(expected, part);
        }

        var answer = selection.Answer;
        if (answer.Trouble is { } trouble)
        {
            return answer.Statement is Submissions.TableStatement
                ? Outcome.Review(expected, answer.Found, $"A place for it is there, but {trouble}; see what stands beside it.")
                : Outcome.Unreadable(expected, answer);
        }
        if (state.AgainstKey is not { } judgement)
            return Outcome.Missing(expected, part);
        if (Hedge(state, key) is { } rival)
            return Outcome.Review(expected, answer.Found, $"Two different final answers: “{Shorten(answer.Text)}” here and “{Shorten(rival.Text)}” in {rival.Place.Where}.");

        var note = ChainNote.Of(answer);
        if (answer.Reservation is { } reservation)
            return Outcome.Review(expected, answer.Found, $"An answer is there, but {reservation}.");
        var isRight = judgement.Agreement == Agreement.Agrees || state.IsCarried;
        if (isRight && (Doubt.About(answer, part.Text, state.Grader.Check.Labels.Without, state.Grader.Check.Labels) ?? (state.Grader.Check is NumberCheck { Percent: true } ? Doubt.OfShare(answer, part.Text) : null) ?? Rewording.OfRight(answer, part.Text, state.Grader, key)) is { } doubt)
            return Outcome.Review(expected, answer.Found, Say($"The value agrees, but {doubt}.").And(note));
        if (judgement.Agreement == Agreement.Agrees)
            return Outcome.Correct(expected, answer.Found, Say(Agreeing(state, judgement, key)).And(Sentenced(judgement.Detail)).And(note));
        if (state is { IsCarried: true, Trivialised: { } reason })
            return Outcome.Review(expected, answer.Found, Say($"It follows from your own values, but {reason}.").And(note));
        if (state.IsCarried)
            return Carried(state, key, expected, answer, note);
        if (judgement.Agreement == Agreement.TooCoarse)
            return Outcome.Review(expected, answer.Found, Sentenced(judgement.Detail).And(note), judgement.Share);
        if (Rewording.OfWrong(answer, part.Text, state.Grader, key) is { } reworded)
            return Outcome.Review(expected, answer.Found, Say($"Differs, but {reworded}.").And(note), judgement.Share);
        if (answer.IsPortion && state.Grader.Check is NumberCheck && !Portion.IsAsked(state.Grader.Check))
            return Outcome.Review(expected, answer.Found, Say("Differs, but its words say that it counts one of several, and all are asked.").And(note), judgement.Share);
        if (state.Mistakes.Count > 0)
            return Explained(state, key, expected, answer, note);
        if (converted && judgement.LostGlyph)
            return Outcome.Review(expected, answer.Found, Sentenced(judgement.Detail).And("The file looks converted, and one lost character or cell would explain it.").And(note), judgement.Share);
        if (Doubt.Otherwise(answer, part.Text, state.Grader, key) is { } otherwise)
            return Outcome.Review(expected, answer.Found, Say($"Differs, but {otherwise}.").And(note), judgement.Share);
        if (judgement.Share.Sign > 0)
            return Outcome.Partial(judgement.Share, expected, answer.Found, Sentenced(judgement.Detail).And(note));
        return !selection.IsAddressed && Elsewhere(state.Grader, key, part, takenByOthers) is { } elsewhere && elsewhere.Place != answer.Place
            ? Outcome.Review(expected, answer.Found, new Said($"The last answer is wrong, but the right value stands in {elsewhere.Place.Where}.", "The last answer is wrong; a person looks at what else this part says.").And(note))
            : Outcome.Incorrect(expected, answer.Found, Say($"Differs from {(state.Measure.StartsWith("your", StringComparison.Ordinal) ? "what follows from " : "")}{state.Measure}.").And(Sentenced(judgement.Detail)).And(note));
    }

    private static string Expected(ValueGrader grader, Worksheet key) =>
        grader.Print(key) + (key.Named(grader.Quantities[0]) is { Provenance: { Length: > 0 } provenance } ? $" (from {provenance})" : "");

    private static string Agreeing(ValueState state, Judgement judgement, Worksheet key) => judgement.Alternative.Length == 0
        ? $"Agrees with {state.Measure}."
        : $"Agrees with the {SayOf(judgement.Alternative, key)}, which is right as well.";

    /// <summary>What a quantity is; an entry of an array goes by its name.</summary>
    private static string SayOf(string quantity, Worksheet key) => key.Named(quantity) is { Say.Length: > 0 } named && named.Name == quantity ? named.Say : quantity;

    private static Outcome Carried(ValueState state, Worksheet key, string expected, Answer answer, Said note)
    {
        var given = string.Join(" and ", state.CarriedFrom.Select(earlier => $"{Shorten(earlier.Selection!.Answer.Text)} for {earlier.Grader.Check.Id}"));
        var own = state.Grader.Print(CarriedForward.Given(key, state.CarriedFrom));
        return new(Verdict.CarriedForward, Rational.One, Rational.Zero, expected, answer.Found, new Said($"Right given your own {given}, from which follows {own}.", $"Right given your own {given}.").And(note))
        {
            CarriedFrom = state.CarriedFrom.Select(earlier => earlier.Grader.Check.Id).ToSequence(),
        };
    }

    private static Outcome Explained(ValueState state, Worksheet key, string expected, Answer answer, Said note)
    {
        var mistakes = key.Mistakes.Items.Where(mistake => state.Mistakes.Contains(mistake.Id)).ToList();
        var others = key.Mistakes.Items.Where(mistake => state.OrElse.Contains(mistake.Id)).ToList();
        var message = Said.Joined(" And: ", mistakes.Select(mistake => MistakeSay.Of(mistake, key)));
        if (others.Count > 0)
            message = message.And(Said.Joined(" ", others.Select(mistake => MistakeSay.Of(mistake, key))).Within(say => $"(Or: {say})"));
        if (!state.Besides.IsEmpty)
            message = message.And(state.Besides.Within(besides => $"Besides, {besides}."));
        // Of two mistakes that give one answer, the milder is charged.
        var credit = mistakes.Count == 1 ? others.Select(mistake => mistake.Credit).Aggregate(mistakes[0].Credit, Rational.Max) : Rational.Zero;
        return Outcome.Incorrect(expected, answer.Found, message.And(note)) with { Sure = credit, Mistakes = state.Mistakes.ToSequence() };
    }

    /// <summary>Another final answer with an equal claim and a different value; where one is the other rounded, there is no hedge.</summary>
    private static Answer? Hedge(ValueState state, Worksheet key)
    {
        var chosen = state.Selection!.Answer;
        foreach (var rival in state.Selection.Rivals)
        {
            if (rival.Trouble is not null || rival.Expression is null)
                continue;
            // Two different own values may both keep all invariants, and are two answers.
            if (state.Grader is not OwnGrader && state.AgainstKey!.Agreement == Agreement.Agrees && state.Grader.Judge(rival, key).Agreement == Agreement.Agrees)
                continue;
            if (state.Grader is NumberGrader or OwnGrader { IsNumber: true })
            {
                if (SubmittedNumber.Of(rival.Expression) is { } other && SubmittedNumber.Of(chosen.Expression!) is { } taken && !other.IsSameAs(taken))
                    return rival;
            }
            else if (state.Grader.OwnValue(rival) is Tensor theirs && state.Grader.OwnValue(chosen) is Tensor ours && theirs.Shape == ours.Shape && theirs != ours)
            {
                return rival;
            }
        }
        return null;
    }

    private static Answer? Elsewhere(ValueGrader grader, Worksheet key, PartReading part, HashSet<Answer> takenByOthers)
    {
        foreach (var answer in grader is NumberGrader or OwnGrader { IsNumber: true } ? part.Numbers : part.Tensors)
        {
            if (takenByOthers.Contains(answer))
                continue;
            foreach (var candidate in WithEarlierMembers(answer, grader))
            {
                if (candidate.Trouble is null && grader.Takes(candidate) && grader.Judge(candidate, key).Agreement == Agreement.Agrees)
                    return candidate;
            }
        }
        return null;
    }

    /// <summary>The answer, and the numbers of its chain before it: 32 in <c>= 32 = 31</c>. A formula that comes to the right value is none: its slip is told as a false link.</summary>
    private static IEnumerable<Answer> WithEarlierMembers(Answer answer, ValueGrader grader)
    {
        yield return answer;
        if (grader is not NumberGrader)
            yield break;
        foreach (var member in answer.Chain)
            if (member.Place != answer.Place && member.Expression is Number or Negation { Operand: Number } or Measured)
                yield return answer with { Expression = member.Expression, Text = member.Text, Place = member.Place };
    }

    private static Said Say(string text) => text;

    private static Said Sentenced(Said detail) => detail.IsEmpty ? detail : detail.Within(text => char.ToUpperInvariant(text[0]) + text[1..] + ".");

    private static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
