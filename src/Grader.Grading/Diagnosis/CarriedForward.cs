using Grader.Grading.Checks;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>Puts the student's own wrong values in the place of the key's, and sees which later answers are right given them.</summary>
internal static class CarriedForward
{
    public static void Find(IReadOnlyList<ValueState> states, Worksheet key)
    {
        foreach (var state in states.Where(state => state.IsWrong))
        {
            var earlier = WrongBefore(state, states, key);
            // With their own values for everything before; where those were rounded on the way, with what follows from the earliest ones.
            var used = Carries(state, earlier, key) ?? Carries(state, [.. earlier.Where(other => !other.IsCarried)], key);
            if (used is not null)
                state.CarriedFrom = used;
        }
    }

    /// <summary>The checks with a wrong answer that this one's quantity is computed from.</summary>
    public static IReadOnlyList<ValueState> WrongBefore(ValueState state, IReadOnlyList<ValueState> states, Worksheet key) =>
        [.. states.Where(other => other != state && other.IsWrong && other.Grader.Quantities.Any(quantity => key.DependsOn(state.Grader.Quantities[0], quantity)))];

    /// <summary>The worksheet with the own values of some checks in it.</summary>
    public static Worksheet Given(Worksheet key, IEnumerable<ValueState> own)
    {
        var values = new Dictionary<string, Value>();
        foreach (var state in own)
        {
            if (state.Grader.OwnValue(state.Selection!.Answer) is not { } value)
                continue;
            foreach (var quantity in state.Grader.Quantities)
                values[quantity] = value;
        }
        return values.Count == 0 ? key : key.With(values);
    }

    private static IReadOnlyList<ValueState>? Carries(ValueState state, IReadOnlyList<ValueState> earlier, Worksheet key)
    {
        if (earlier.Count == 0 || !Agrees(state, earlier, key))
            return null;
        // Name those that matter: a layer's width matters no more once its operations are the student's own.
        var needed = earlier.ToList();
        foreach (var candidate in earlier)
        {
            var without = needed.FindAll(other => other != candidate);
            if (without.Count > 0 && Agrees(state, without, key))
                needed = without;
        }
        return needed;
    }

    private static bool Agrees(ValueState state, IReadOnlyList<ValueState> own, Worksheet key) =>
        state.Grader.Judge(state.Selection!.Answer, Given(key, own)).Agreement == Agreement.Agrees;
}
