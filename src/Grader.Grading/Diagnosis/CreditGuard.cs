using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>Sees to it that an absurd value early in a question does not make what follows from it trivially right.</summary>
/// <param name="guard">An own value may be this many times the right one, or the right one this many times it.</param>
internal sealed class CreditGuard(Worksheet key, Rational guard)
{
    public void Watch(IEnumerable<ValueState> states)
    {
        foreach (var state in states.Where(state => state.IsCarried))
            state.Trivialised = Roots(state).Select(Absurdity).FirstOrDefault(reason => reason is not null) ?? Emptiness(state);
    }

    /// <summary>The own values that all follows from: what itself follows from an earlier one is as sound as that.</summary>
    private static IEnumerable<ValueState> Roots(ValueState state)
    {
        var seen = new HashSet<ValueState> { state };
        var rest = new Stack<ValueState>(state.CarriedFrom);
        while (rest.TryPop(out var earlier))
        {
            if (!seen.Add(earlier))
                continue;
            if (!earlier.IsCarried)
                yield return earlier;
            foreach (var before in earlier.CarriedFrom)
                rest.Push(before);
        }
    }

    /// <summary>What is absurd about an own value itself.</summary>
    private string? Absurdity(ValueState earlier)
    {
        var name = earlier.Grader.Quantities[0];
        var id = earlier.Grader.Check.Id;
        if (earlier.Grader.OwnValue(earlier.Selection!.Answer) is not { } own)
            return null;
        if (key.Named(name) is { Plausible: { } plausible } && key.With(new Dictionary<string, Value>(StringComparer.Ordinal) { [name] = own }) is var with && with.Fulfils(plausible) is false)
            return $"your own value for {id} is not plausible: {plausible} does not hold";
        if (Size(own) is not { } size || Size(key[name].Value) is not { IsZero: false } right)
            return null;
        if (size.IsZero)
            return $"your own value for {id} is zero";
        return size > right * guard || right > size * guard ? $"your own value for {id} is off by more than a factor of {guard}" : null;
    }

    /// <summary>What own values make of a later quantity: zero, or something that depends on nothing else any more.</summary>
    private string? Emptiness(ValueState state)
    {
        var name = state.Grader.Quantities[0];
        var given = CarriedForward.Given(key, state.CarriedFrom);
        var carried = string.Join(" and ", state.CarriedFrom.Select(earlier => earlier.Grader.Check.Id));
        if (Size(given[name].Value) is { IsZero: true } && Size(key[name].Value) is { IsZero: false })
            return $"your own value for {carried} makes it zero";
        var own = state.CarriedFrom.SelectMany(earlier => earlier.Grader.Quantities).ToList();
        // An entry of an own array is the array's; nothing else should matter to it.
        if (own.Exists(quantity => key.Named(quantity) == key.Named(name)))
            return null;
        var others = key.Dependencies(name).Select(quantity => quantity.Name).Where(other => !own.Exists(quantity => quantity == other || key.DependsOn(other, quantity))).ToList();
        var mattering = others.FindAll(other => Matters(other, name, key));
        return mattering.Count > 0 && !mattering.Exists(other => Matters(other, name, given)) ? $"with your own value for {carried} it depends on nothing else any more" : null;
    }

    private static bool Matters(string earlier, string quantity, Worksheet worksheet)
    {
        if (worksheet[earlier].Value is not { } value)
            return false;
        var before = worksheet[quantity].Value;
        return Moved(value).Any(moved => worksheet.With(new Dictionary<string, Value>(StringComparer.Ordinal) { [earlier] = moved })[quantity].Value is { } after && after != before);
    }

    /// <summary>The value up and down, by more than a rounding hides.</summary>
    private static IEnumerable<Value> Moved(Value value)
    {
        yield return Moved(value, Rational.Of(3, 2), 1);
        yield return Moved(value, Rational.Of(1, 2), -1);
    }

    private static Value Moved(Value value, Rational times, int plus) => value switch
    {
        Exact exact => new Exact(exact.Number * times + plus),
        Approximate approximate => new Approximate(approximate.Number * times.ToDouble() + plus),
        Tensor tensor => tensor with { Entries = tensor.Entries.Items.Select(entry => Moved(entry, times, plus)).ToSequence() },
        _ => value,
    };

    /// <summary>The largest amount in a value; null where it holds no numbers.</summary>
    private static Rational? Size(Value? value) => value switch
    {
        Exact exact => Rational.Abs(exact.Number),
        Approximate approximate => Rational.Abs(Rational.FromDouble(approximate.Number)),
        Tensor tensor => tensor.Entries.Items.Select(Size).Aggregate((Rational?)Rational.Zero, (largest, size) => largest is { } a && size is { } b ? Rational.Max(a, b) : null),
        _ => null,
    };
}
