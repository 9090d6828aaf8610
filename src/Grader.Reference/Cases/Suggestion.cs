namespace Grader.Reference.Cases;

/// <summary>What an author probably meant.</summary>
internal static class Suggestion
{
    /// <summary><c>Did you mean "stride"?</c>, or the choices where nothing is near: <c>One of "a", "b".</c></summary>
    public static string For(string written, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        var nearest = Nearest(written, names);
        if (nearest is not null)
            return $"Did you mean \"{nearest}\"?";
        if (names.Count == 0)
            return "There is none to name.";
        const int shown = 12;
        var list = string.Join(", ", names.Take(shown).Select(name => $"\"{name}\""));
        return names.Count <= shown ? $"Known: {list}." : $"Known: {list} and {names.Count - shown} more.";
    }

    private static string? Nearest(string written, List<string> known)
    {
        string? nearest = null;
        var least = Math.Max(1, written.Length / 3) + 1;
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - written.Length) >= least)
                continue;
            var distance = Distance(written, name);
            if (distance < least)
                (nearest, least) = (name, distance);
        }

        return nearest;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours, without case.</summary>
    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            previous[column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = Same(left[row - 1], right[column - 1]) ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + cost);
                if (row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1]))
                    current[column] = Math.Min(current[column], before[column - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
