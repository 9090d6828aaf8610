using System.Text;

namespace Grader.Reference.Cases;

/// <summary>Values of quantities in texts: <c>Kernels of side {=layer1.kernel}</c>.</summary>
internal static class TextValues
{
    /// <param name="place">Where the text begins, for a name that no quantity has.</param>
    public static string Fill(string text, CasePlace place, Worksheet? worksheet, ProblemList problems)
    {
        if (worksheet is null || !text.Contains("{=", StringComparison.Ordinal))
            return text;
        var filled = new StringBuilder();
        var position = 0;
        while (text.IndexOf("{=", position, StringComparison.Ordinal) is var start && start >= 0 && text.IndexOf('}', start) is var end && end >= 0)
        {
            filled.Append(text, position, start - position);
            var name = text[(start + 2)..end].Trim();
            if (worksheet.ValueOf(name) is { } value)
                filled.Append(KeyText.Of(value));
            else
                problems.Add(place, $"\"{{={name}}}\" in this text has no value.", Suggestion.For(name, worksheet.Quantities.Items.Select(quantity => quantity.Name)));
            position = end + 1;
        }

        return filled.Append(text, position, text.Length - position).ToString();
    }
}
