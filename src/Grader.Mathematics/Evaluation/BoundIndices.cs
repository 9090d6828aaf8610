namespace Grader.Mathematics;

/// <summary>Names whose index is a bound name: <c>z_i</c> is <c>z_3</c> where i is 3.</summary>
public static class BoundIndices
{
    /// <summary>The name with its indices replaced, or null where none is bound.</summary>
    /// <param name="index">The whole number that a bound name is, as text; null for any other name.</param>
    public static string? Substitute(string name, Func<string, string?> index)
    {
        var underscore = name.IndexOf('_');
        if (underscore < 0)
            return null;
        var parts = name.Split('_');
        var changed = false;
        for (var i = 1; i < parts.Length; i++)
        {
            var part = parts[i].Trim('{', '}');
            if (index(part) is { } whole)
            {
                parts[i] = whole;
                changed = true;
            }
            else if (part.Length is 2 or 3 && part.All(char.IsAsciiLetterOrDigit) && part.Any(letter => index(WordTexts.Letter(letter)) is not null))
            {
                // x_ij: each letter is an index.
                var pieces = part.Select(letter => index(WordTexts.Letter(letter)) ?? WordTexts.Letter(letter)).ToArray();
                parts[i] = pieces.All(static piece => piece.Length == 1) ? string.Concat(pieces) : $"{{{string.Join(',', pieces)}}}";
                changed = true;
            }
        }

        return changed ? string.Join('_', parts) : null;
    }
}
