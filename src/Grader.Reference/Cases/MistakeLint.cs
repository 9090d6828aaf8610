using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Tells where a case cannot tell a mistake from the right answer, or two mistakes from each other.</summary>
internal sealed class MistakeLint(CaseLinks links, ProblemList notes)
{
    public void Check(Question question)
    {
        var checks = question.Parts.Items.SelectMany(part => part.Checks.Items).Select(Target.Of).OfType<Target>().ToList();
        var seen = new Dictionary<string, Mistake>(StringComparer.Ordinal);
        foreach (var mistake in question.Worksheet.Mistakes)
        {
            var made = question.Worksheet.Making(mistake.Occurrences);
            var values = checks.ConvertAll(target => made[target.Quantity].Value);
            for (var index = 0; index < checks.Count; index++)
            {
                if (values[index] is { } wrong && question.Worksheet[checks[index].Quantity].Value is { } right && wrong != right && checks[index].TakesFor(wrong, right))
                {
                    notes.Add(
                        links.PlaceOfCheck(checks[index].Check.Id),
                        $"The mistake \"{mistake.Id}\" gives {KeyText.Of(wrong)}, which this check takes for {KeyText.Of(right)}.",
                        "Make the tolerance smaller, or choose other inputs.");
                }
            }

            if (checks.TrueForAll(target => made[target.Quantity].Value == question.Worksheet[target.Quantity].Value))
                continue;
            if (!seen.TryAdd(string.Join('\n', values.Select(value => value is null ? "" : KeyText.Of(value))), mistake))
                notes.Add(links.PlaceOfQuestion(question.Id), $"The mistakes \"{seen[string.Join('\n', values.Select(value => value is null ? "" : KeyText.Of(value)))].Id}\" and \"{mistake.Id}\" give the same answers.", "Choose other inputs, if they are to be told apart.");
        }
    }

    private sealed record Target(Check Check, string Quantity, Tolerance Tolerance)
    {
        public static Target? Of(Check check) => check switch
        {
            NumberCheck number => new(check, number.Quantities[0], number.Tolerance),
            VectorCheck vector => new(check, vector.Quantity, vector.Tolerance),
            MatrixCheck matrix => new(check, matrix.Quantity, matrix.Tolerance),
            _ => null,
        };

        public bool TakesFor(Value wrong, Value right) => (wrong, right) switch
        {
            (Tensor { Entries: var left }, Tensor { Entries: var other }) => left.Count == other.Count && left.Items.Zip(other.Items).All(pair => pair.First == pair.Second || TakesFor(pair.First, pair.Second)),
            (Exact or Approximate, Exact or Approximate) => Takes(Number(wrong), Number(right)),
            _ => false,
        };

        private bool Takes(Rational wrong, Rational right) => Tolerance switch
        {
            // Written with no more digits than are asked for, both may be the same text.
            AsWritten written => Rounded(wrong, written.MinimumDigits) == Rounded(right, written.MinimumDigits),
            CountTolerance count => Rounded(wrong, count.MinimumDigits) == Rounded(right, count.MinimumDigits),
            _ => Tolerance.Judge(wrong, null, right) == Agreement.Agrees,
        };

        private static Rational Rounded(Rational number, int digits) => number.Round(digits - 1 - number.DecimalExponent());

        private static Rational Number(Value value) => value is Exact exact ? exact.Number : Rational.FromDouble(((Approximate)value).Number);
    }
}
