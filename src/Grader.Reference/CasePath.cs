namespace Grader.Reference;

/// <summary>Names of an assignment's files, relative to its folder, with <c>/</c> between folders.</summary>
public static class CasePath
{
    private const int MostCharacters = 1000;

    /// <summary>The one way to write a name: <c>./tables/../a.csv</c> is <c>a.csv</c>.</summary>
    /// <returns>Null where it is none, or leads out of the folder.</returns>
    public static string? Of(string written)
    {
        if (written.Length is 0 or > MostCharacters || written[0] == '/' || written.AsSpan().ContainsAny('\\', ':') || written.Any(char.IsControl))
            return null;
        var segments = new List<string>();
        foreach (var segment in written.Split('/'))
        {
            if (segment == ".." && segments.Count == 0)
                return null;
            if (segment == "..")
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("" or "."))
                segments.Add(segment);
        }

        return segments.Count == 0 ? null : string.Join('/', segments);
    }
}
