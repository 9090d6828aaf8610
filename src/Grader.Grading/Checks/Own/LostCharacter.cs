using Grader.Mathematics;

namespace Grader.Grading.Checks;

/// <summary>Whether one character that a converter lost from one entry would mend a value: a digit, a point or a minus sign.</summary>
internal static class LostCharacter
{
    private const string Characters = "0123456789.-";

    /// <summary>Larger arrays are not tried: a person sees as much as a long search would.</summary>
    private const int MostEntries = 100;

    public static bool Mends(Value value, Func<Value, bool> holds)
    {
        var entries = value is Tensor tensor ? tensor.Entries.Items : [value];
        if (entries.Length > MostEntries)
            return false;
        for (var index = 0; index < entries.Length; index++)
        {
            if (entries[index] is not Exact exact)
                continue;
            foreach (var longer in Longer(ValuePrinter.Print(exact.Number)))
            {
                if (holds(value is Tensor whole ? whole with { Entries = new(whole.Entries.Items.SetItem(index, new Exact(longer))) } : new Exact(longer)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Each number that is this one with one character more.</summary>
    private static IEnumerable<Rational> Longer(string text)
    {
        for (var at = 0; at <= text.Length; at++)
        {
            foreach (var character in Characters)
            {
                if (Formula.Read(text.Insert(at, character.ToString())).Expression is { } read && Evaluator.Evaluate(read).Value is Exact { Number: var number })
                    yield return number;
            }
        }
    }
}
