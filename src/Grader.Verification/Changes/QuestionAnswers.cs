using System.Text.RegularExpressions;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>How a stated value stands to what a check takes for right.</summary>
internal enum Sameness
{
    Same,

    /// <summary>Another value, which the check's tolerance takes for a right one.</summary>
    Taken,
    Wrong,
}

/// <summary>A question, its right answers as a student states them, and what its checks take for right besides.</summary>
internal sealed partial class QuestionAnswers
{
    private readonly Dictionary<string, Check> _checks;
    private readonly IReadOnlyList<Check> _all;
    private readonly Dictionary<string, IReadOnlyList<Value>> _accepted = new(StringComparer.Ordinal);

    /// <param name="all">The checks of all questions.</param>
    public QuestionAnswers(Question question, StatedQuestion right, IReadOnlyList<Check> all)
    {
        (Question, Right, _all) = (question, right, all);
        _checks = question.Parts.Items.SelectMany(part => part.Checks.Items).ToDictionary(check => check.Id, StringComparer.Ordinal);
        Values = [.. right.Parts.Items.SelectMany(part => part.Facts.Items).OfType<ValueFact>()];
        var worksheets = Worksheets();
        foreach (var target in _checks.Values.Select(MistakeTarget.Of).OfType<MistakeTarget>())
            _accepted[target.Check.Id] = [.. worksheets.SelectMany(worksheet => RightIn(worksheet.Worksheet, worksheet.Transposed, target)).Distinct()];
    }

    public Question Question { get; }

    public StatedQuestion Right { get; }

    /// <summary>The answers that are values.</summary>
    public IReadOnlyList<ValueFact> Values { get; }

    public Check? Check(string id) => _checks.GetValueOrDefault(id);

    public IEnumerable<Check> Checks => _checks.Values;

    /// <summary>Whether exchanged labels, which hold for several checks, could make this check's answer right once more.</summary>
    public bool IsRelabelled(string check) => Check(check) is { Relabelled.Count: > 0 };

    /// <summary>Whether a matrix may be written transposed here.</summary>
    public bool MayBeTransposed(string check) => Check(check) is MatrixCheck matrix && Question.Worksheet.Conventions.Items.Any(convention => convention.Choices.Items.Any(choice => choice.Transposed.Items.Contains(matrix.Quantity)));

    public Sameness Compare(ValueFact right, ValueFact stated)
    {
        if (ValueOf(right) is not { } key || ValueOf(stated) is not { } value || MistakeTarget.Same(value, key))
            return Sameness.Same;
        switch (Check(right.Check))
        {
            case BandCheck band when stated is NumberFact { Number: Exact { Number: var figure } }:
                return figure >= band.Band.Low && figure <= band.Band.High ? Sameness.Taken : Sameness.Wrong;
            case DifferenceCheck:
                return ValueChange.AreFar(key, value) ? Sameness.Wrong : Sameness.Taken;
            case OwnCheck own:
                return own.BrokenIn(Question.Worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { [own.Quantity] = value })) is null ? Sameness.Taken : Sameness.Wrong;
            case NumberCheck { Tolerance: CountTolerance } when value is Exact { Number: var count }:
                return _accepted[right.Check].OfType<Exact>().Any(accepted => Written(accepted.Number) == Written(count)) ? Sameness.Taken : Sameness.Wrong;
            case { } check when MistakeTarget.Of(check) is not null:
                return IsTaken(right, stated) ? Sameness.Taken : Sameness.Wrong;
            default:
                return Sameness.Taken;
        }
    }

    /// <summary>Whether a check's tolerance, by its definition, takes a stated value for a right one: another than the key's, or not.</summary>
    public bool IsTaken(ValueFact right, ValueFact stated) =>
        Check(right.Check) is { } check && MistakeTarget.Of(check) is { } target && ValueOf(stated) is { } value && _accepted[check.Id].Any(accepted => MistakeTarget.Same(value, accepted) || target.TakesFor(value, accepted));

    /// <summary>The question with other answers, and which of them are wrong now.</summary>
    /// <param name="isWrong">What surely is wrong, whatever a tolerance takes: ten times as much.</param>
    /// <returns>Null where none is wrong.</returns>
    public Change? Changed(ChangeKind kind, string say, StatedQuestion changed, Func<ValueFact, ValueFact, bool>? isWrong = null)
    {
        var stated = changed.Parts.Items.SelectMany(part => part.Facts.Items).OfType<ValueFact>().ToDictionary(fact => fact.Check, StringComparer.Ordinal);
        var (wrong, taken) = (new List<string>(), new List<string>());
        foreach (var right in Values)
        {
            if (!stated.TryGetValue(right.Check, out var fact) || fact == right)
                continue;
            var sameness = isWrong?.Invoke(right, fact) == true ? Sameness.Wrong : Compare(right, fact);
            if (sameness == Sameness.Wrong)
                wrong.Add(right.Check);
            else if (sameness == Sameness.Taken)
                taken.Add(right.Check);
        }
        return wrong.Count == 0 ? null : new(kind, say, WithoutFigures(changed, [.. wrong, .. taken]), wrong.ToSequence(), Following([.. wrong, .. taken]).Concat(taken).Except(wrong).Distinct().ToSequence());
    }

    /// <summary>A claim on an effect may repeat the figures it is of, and the last one stated counts: beside a changed figure, it says the effect alone.</summary>
    public StatedQuestion WithoutFigures(StatedQuestion stated, IReadOnlyCollection<string> changed) => stated with
    {
        Parts = stated.Parts.Items.Select(part => part with
        {
            Facts = part.Facts.Items.Select(fact => fact is ProseFact prose && Check(fact.Check) is EffectCheck && changed.Any(id => Check(id) is BandCheck or NumberCheck)
                ? prose with { Texts = prose.Texts.Items.Select(text => Figures().Replace(text, "")).ToSequence() }
                : fact).ToSequence(),
        }).ToSequence(),
    };

    [GeneratedRegex(@" from -?[\d.]+(?: ?%)? to -?[\d.]+(?: ?%)?", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    /// <summary>The question with some of its facts replaced.</summary>
    public StatedQuestion With(Func<Fact, Fact> change) => Right with { Parts = Right.Parts.Items.Select(part => part with { Facts = part.Facts.Items.Select(change).ToSequence() }).ToSequence() };

    /// <summary>
    /// Checks whose verdict may follow from the student's own value of another: claims about it, what a quantity of the student's own is the ground of, and what takes part in one choice of
    /// labels or conventions with it.
    /// </summary>
    public IEnumerable<string> Following(IReadOnlyCollection<string> changed)
    {
        var claims = _all.Where(check => check switch
        {
            DifferenceCheck difference => changed.Contains(difference.Minuend) || changed.Contains(difference.Subtrahend),
            EffectCheck effect => effect.Measures.Items.Any(measure => changed.Contains(measure.Before) || changed.Contains(measure.After)),
            _ => false,
        });
        var isGround = changed.Any(id => Check(id) is OwnCheck);
        var isNamed = changed.Any(IsRelabelled);
        var together = Checks.Where(check => isGround || (isNamed && check.Relabelled.Count > 0) || (Question.Worksheet.Conventions.Count > 0 && changed.Count > 1 && MistakeTarget.Of(check) is not null));
        return claims.Concat(together).Select(check => check.Id).Distinct();
    }

    /// <summary>With as many digits as a rounded count has at the least, in every style.</summary>
    private static Rational Written(Rational count) => count.IsZero ? count : count.Round(NumberNotation.Rounded - 1 - count.DecimalExponent());

    /// <summary>The value as the worksheet has it; null of what is no single value.</summary>
    private Value? ValueOf(ValueFact fact) => fact switch
    {
        NumberFact { Percent: true } number when Check(number.Check) is NumberCheck => number.Number is Exact exact ? new Exact(exact.Number / 100) : new Approximate(((Approximate)number.Number).Number / 100),
        NumberFact number => number.Number,
        TensorFact tensor => tensor.Tensor,
        _ => null,
    };

    /// <summary>What the worksheet is in each combination of conventions, and what is written transposed there.</summary>
    private List<(Worksheet Worksheet, HashSet<string> Transposed)> Worksheets()
    {
        List<(Worksheet Worksheet, HashSet<string> Transposed)> worksheets = [(Question.Worksheet, [])];
        foreach (var convention in Question.Worksheet.Conventions)
            worksheets = [.. worksheets.SelectMany(made => convention.Choices.Items.Select(choice => (made.Worksheet.Choosing(choice), made.Transposed.Concat(choice.Transposed.Items).ToHashSet(StringComparer.Ordinal))))];
        return worksheets;
    }

    private static IEnumerable<Value> RightIn(Worksheet worksheet, HashSet<string> transposed, MistakeTarget target)
    {
        foreach (var quantity in target.Check.Alternatives.Items.Prepend(target.Quantity))
        {
            if (worksheet[quantity].Value is not { } value)
                continue;
            yield return value;
            if (value is Tensor { Shape.Count: 2 } tensor && transposed.Contains(quantity))
                yield return TensorTurn.Transposed(tensor);
        }
    }
}
