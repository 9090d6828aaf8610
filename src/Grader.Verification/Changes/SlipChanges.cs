using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>Slips in single values.</summary>
internal sealed class SlipChanges(QuestionAnswers answers)
{
    private const int Digits = 6;

    private readonly IReadOnlyList<NumberFact> _amounts = [.. answers.Values.OfType<NumberFact>().Where(fact => OtherUnit(fact.Unit).Length > 0)];

    private readonly IReadOnlyList<NumberFact> _counts = [.. answers.Values.OfType<NumberFact>().Where(fact => fact.IsCount && fact.Number is Exact { Number: { IsInteger: true } number } && Rational.Abs(number) > 9)];

    private readonly IReadOnlyList<TensorFact> _tensors = [.. answers.Values.OfType<TensorFact>().Where(fact => !answers.IsRelabelled(fact.Check))];

    private readonly IReadOnlyList<TensorFact> _matrices = [.. answers.Values.OfType<TensorFact>().Where(fact => fact.IsMatrix && !answers.IsRelabelled(fact.Check) && !answers.MayBeTransposed(fact.Check))];

    /// <summary>A digit; of a count that is written out whole, any one.</summary>
    public Change? Digit(RenderingStyle style, Draws draws)
    {
        if (_counts.Count == 0 || draws.Below(2) == 0 || NumberNotation.Options[style[Axis.Number]].Rounds)
            return Slip(ChangeKind.Digit, SlipKind.Digit, draws);
        var fact = draws.Of(_counts);
        var number = ((Exact)fact.Number).Number;
        var slipped = number + ((Rational)(1 + draws.Below(8)) * Rational.PowerOfTen(draws.Below(number.DecimalExponent() + 1)) * number.Sign);
        return answers.Changed(ChangeKind.Digit, $"digit of {fact.Check}", answers.With(other => other == fact ? fact with { Number = new Exact(slipped) } : other), IsFact(fact));
    }

    /// <param name="kind">One whose value no tolerance should take: a slip of sign or size is wrong even where the tolerance is wider than the value.</param>
    public Change? Size(ChangeKind kind, SlipKind slip, Draws draws) => Slip(kind, slip, draws, isSure: true);

    public Change? Exchanged(Draws draws) => Slip(ChangeKind.Exchanged, SlipKind.Neighbour, draws);

    /// <summary>Half as far again as the tolerance reaches; of what is judged as written, by two of the last digit.</summary>
    public Change? Beyond(Draws draws)
    {
        if (answers.Values.Count == 0 || draws.Of(answers.Values) is not { } fact || MistakeTarget.Of(answers.Check(fact.Check)!) is not { Tolerance: var tolerance })
            return null;
        var up = draws.Below(2) == 0;
        if (fact is NumberFact { Number: var value } number)
            return Past(value, tolerance, up) is { } past ? answers.Changed(ChangeKind.Beyond, $"{fact.Check} past its tolerance", answers.With(other => other == fact ? number with { Number = past } : other), IsWritten(fact, tolerance)) : null;
        var tensor = (TensorFact)fact;
        var at = draws.Below(tensor.Tensor.Entries.Count);
        return Past(tensor.Tensor.Entries[at], tolerance, up) is { } entry
            ? answers.Changed(ChangeKind.Beyond, $"an entry of {fact.Check} past its tolerance", answers.With(other => other == fact ? tensor with { Tensor = tensor.Tensor with { Entries = tensor.Tensor.Entries.Items.SetItem(at, entry).ToSequence() } } : other), IsWritten(fact, tolerance))
            : null;
    }

    public Change? Unit(Draws draws)
    {
        if (_amounts.Count == 0)
            return null;
        var fact = draws.Of(_amounts);
        return answers.Changed(ChangeKind.Unit, $"unit of {fact.Check}", answers.With(other => other == fact ? fact with { Unit = OtherUnit(fact.Unit) } : other), IsFact(fact));
    }

    /// <summary>Two entries, rows or columns exchanged.</summary>
    public Change? Index(Draws draws)
    {
        if (_tensors.Count == 0)
            return null;
        var fact = draws.Of(_tensors);
        var (entries, columns) = (fact.Tensor.Entries, fact.Tensor.Shape[^1]);
        var rows = entries.Count / columns;
        var (first, second) = (draws.Below(entries.Count), draws.Below(entries.Count));
        var what = rows > 1 && columns > 1 ? draws.Below(3) : 0;
        var changed = Enumerable.Range(0, entries.Count).Select(at => entries[what switch
        {
            1 => Exchange(at / columns, first / columns, second / columns) * columns + at % columns,
            2 => at / columns * columns + Exchange(at % columns, first % columns, second % columns),
            _ => Exchange(at, first, second),
        }]).ToSequence();
        return Change(ChangeKind.Index, $"{(what switch { 1 => "rows", 2 => "columns", _ => "entries" })} of {fact.Check} exchanged", fact, fact.Tensor with { Entries = changed });
    }

    public Change? Transposed(Draws draws)
    {
        if (_matrices.Count == 0)
            return null;
        var fact = draws.Of(_matrices);
        return Change(ChangeKind.Transposed, $"rows and columns of {fact.Check}", fact, TensorTurn.Transposed(fact.Tensor));
    }

    private Change? Change(ChangeKind kind, string say, TensorFact fact, Tensor tensor) =>
        answers.Changed(kind, say, answers.With(other => other == fact ? fact with { Tensor = tensor } : other));

    private Change? Slip(ChangeKind kind, SlipKind slip, Draws draws, bool isSure = false)
    {
        if (answers.Values.Count == 0)
            return null;
        var fact = draws.Of(answers.Values);
        // A difference may be stated the other way round, and one that is exchanged with a term still agrees with what it is of.
        if (slip is SlipKind.Sign or SlipKind.Neighbour && IsDifference(fact.Check))
            return null;
        if (slip == SlipKind.Neighbour && answers.Values.Any(other => IsDifference(other.Check)) && fact is NumberFact { Percent: true })
            return null;
        if (ValueChange.Slip(new([answers.Right]), fact.Check, slip, draws) is not { } slipped)
            return null;
        return answers.Changed(kind, $"{Word(kind)} of {string.Join(" and ", slipped.Checks)}", slipped.Submission.Questions[0], isSure ? IsSurelyWrong : null);
    }

    /// <summary>A difference, a band and an own quantity are judged by what else is stated; the other sign of a direction, exchanged labels and conventions may be right as well.</summary>
    private bool IsSurelyWrong(ValueFact right, ValueFact stated) =>
        right != stated && answers.Check(right.Check) is not (OwnCheck or BandCheck or DifferenceCheck or { Alternatives.Count: > 0 }) && !answers.IsRelabelled(right.Check) && answers.Question.Worksheet.Conventions.Count == 0;

    /// <summary>As many digits as are written must agree: what differs in the last of them is wrong, though fewer would do.</summary>
    private Func<ValueFact, ValueFact, bool>? IsWritten(ValueFact fact, Tolerance tolerance) =>
        tolerance is AsWritten && answers.Check(fact.Check) is { Alternatives.Count: 0 } && !answers.IsRelabelled(fact.Check) && answers.Question.Worksheet.Conventions.Count == 0 ? IsFact(fact) : null;

    /// <summary>Null where that cannot be written in six digits.</summary>
    private static Exact? Past(Value value, Tolerance tolerance, bool up)
    {
        if (value is Symbolic or Tensor or Truth)
            return null;
        var key = value is Exact exact ? exact.Number : Rational.FromDouble(((Approximate)value).Number);
        if (key.IsZero)
            return null;
        var last = Rational.PowerOfTen(key.DecimalExponent() - Digits + 1);
        var bound = tolerance switch
        {
            AbsoluteTolerance absolute => absolute.Bound,
            RelativeTolerance relative => relative.Fraction * Rational.Abs(key),
            WorkingTolerance working => Rational.Max(working.Bound, Rational.PowerOfTen(-working.Decimals) / 2),
            AsWritten => last * 4 / 3,
            _ => Rational.Zero,
        };
        if (bound.Sign <= 0)
            return null;
        var past = (key + (up ? bound : -bound) * 3 / 2).Round(Digits - 1 - key.DecimalExponent());
        var distance = Rational.Abs(past - key);
        // Written with fewer digits, it would say less.
        return distance > bound && distance < bound * 2 && past.Round(Digits - 2 - past.DecimalExponent()) != past ? new Exact(past) : null;
    }

    private bool IsDifference(string check) => answers.Check(check) is DifferenceCheck;

    private static Func<ValueFact, ValueFact, bool> IsFact(ValueFact fact) => (right, _) => right == fact;

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Exchanged => "exchange",
        ChangeKind.Exponent => "power of ten",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static int Exchange(int place, int one, int other) => place == one ? other : place == other ? one : place;

    /// <summary>What is a thousand times as much or as little; empty where there is no such unit.</summary>
    private static string OtherUnit(string unit) => unit switch
    {
        "B" => "kB",
        "s" => "ms",
        "m" => "km",
        "g" => "kg",
        "J" => "kJ",
        "W" => "kW",
        "V" => "mV",
        "A" => "mA",
        "Hz" => "kHz",
        _ => "",
    };
}
