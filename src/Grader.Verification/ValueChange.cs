using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>A slip: one value that is not the right one.</summary>
public enum SlipKind
{
    /// <summary>One of the first two digits is another.</summary>
    Digit,
    Sign,

    /// <summary>Ten times as much.</summary>
    Exponent,

    /// <summary>A hundredth, as where a share is written for a percentage.</summary>
    Hundredth,

    /// <summary>Exchanged with another value of its part.</summary>
    Neighbour,
}

/// <summary>Puts slips into right submissions.</summary>
public static class ValueChange
{
    /// <param name="check">Whose value slips; of an array, one drawn entry does.</param>
    /// <returns>The submission with the slip, and the checks whose own values it changes; null where this kind of slip leaves the value as it is.</returns>
    public static (StatedSubmission Submission, Sequence<string> Checks)? Slip(StatedSubmission submission, string check, SlipKind kind, Draws draws)
    {
        var fact = submission.Facts.OfType<ValueFact>().First(fact => fact.Check == check);
        if (kind == SlipKind.Neighbour)
            return Exchanged(submission, fact, draws);
        var slipped = Slipped(fact, kind, draws);
        return slipped is null || slipped == fact ? null : (submission.With(other => other == fact ? slipped : other), [check]);
    }

    private static (StatedSubmission, Sequence<string>)? Exchanged(StatedSubmission submission, ValueFact fact, Draws draws)
    {
        var part = submission.Questions.Items.SelectMany(question => question.Parts.Items).First(part => part.Facts.Items.Contains(fact));
        var others = part.Facts.Items.OfType<ValueFact>().Where(other => IsExchangeable(fact, other)).ToList();
        if (others.Count == 0)
            return null;
        var chosen = draws.Of(others);
        return (submission.With(each => each == fact ? WithValueOf(fact, chosen) : each == chosen ? WithValueOf(chosen, fact) : each), [fact.Check, chosen.Check]);
    }

    private static bool IsExchangeable(ValueFact one, ValueFact other) => (one, other) switch
    {
        (NumberFact a, NumberFact b) => a.Percent == b.Percent && a.Unit == b.Unit && AreFar(a.Number, b.Number, a.Slack + b.Slack),
        (TensorFact a, TensorFact b) => a.Tensor.Shape == b.Tensor.Shape && a.Tensor.Entries.Items.Zip(b.Tensor.Entries.Items).Any(pair => AreFar(pair.First, pair.Second)),
        _ => false,
    };

    /// <summary>By more than any tolerance allows.</summary>
    internal static bool AreFar(Value one, Value other, Rational slack = default) => Number(one) is { } a && Number(other) is { } b
        ? Rational.Abs(a - b) * 50 > Rational.Max(Rational.Max(Rational.Abs(a), Rational.Abs(b)), 1) && Rational.Abs(a - b) > slack
        : one != other;

    private static ValueFact WithValueOf(ValueFact fact, ValueFact other) => (fact, other) switch
    {
        (NumberFact number, NumberFact source) => number with { Number = source.Number, Working = null },
        (TensorFact tensor, TensorFact source) => tensor with { Tensor = source.Tensor },
        _ => fact,
    };

    private static ValueFact? Slipped(ValueFact fact, SlipKind kind, Draws draws)
    {
        if (fact is NumberFact number)
            return Slipped(number.Number, kind, draws, number.Slack) is { } value ? number with { Number = value } : null;
        var (tensor, start) = (((TensorFact)fact).Tensor, draws.Below(((TensorFact)fact).Tensor.Entries.Count));
        // The first entry from a drawn one on that such a slip changes.
        for (var i = 0; i < tensor.Entries.Count; i++)
        {
            var at = (start + i) % tensor.Entries.Count;
            var slipped = tensor.Entries[at] is Symbolic ? Another(tensor, at) : Slipped(tensor.Entries[at], kind, draws);
            if (slipped is not null)
                return (TensorFact)fact with { Tensor = tensor with { Entries = tensor.Entries.Items.SetItem(at, slipped).ToSequence() } };
        }
        return null;
    }

    private static Value? Another(Tensor tensor, int at) => tensor.Entries.Items.FirstOrDefault(other => other is Symbolic && other != tensor.Entries[at]);

    private static Value? Slipped(Value value, SlipKind kind, Draws draws, Rational slack = default)
    {
        if (Number(value) is not { } number)
            return null;
        var slipped = kind switch
        {
            SlipKind.Sign => -number,
            SlipKind.Exponent => number * 10,
            SlipKind.Hundredth => number / 100,
            _ => number + AnotherDigit(number, draws),
        };
        return AreFar(new Exact(number), new Exact(slipped), slack) ? new Exact(slipped) : null;
    }

    /// <summary>1 to 9 at the place of the first or second digit, never such that the number becomes its opposite.</summary>
    private static Rational AnotherDigit(Rational number, Draws draws)
    {
        var digit = (Rational)(1 + draws.Below(8));
        return number.IsZero ? digit : digit * Rational.PowerOfTen(number.DecimalExponent() - draws.Below(2)) * number.Sign;
    }

    private static Rational? Number(Value value) => value switch
    {
        Exact exact => exact.Number,
        Approximate approximate => Rational.FromDouble(approximate.Number),
        _ => null,
    };
}
