namespace Grader.Submissions;

/// <summary>A cell ends its own code fence: one that its author forgot to close must not swallow the cells that follow.</summary>
internal static class OpenFence
{
    public static string Closed(string markdown)
    {
        var (mark, length) = ('\0', 0);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart();
            if (trimmed.IsEmpty || trimmed[0] is not ('`' or '~'))
                continue;
            var run = trimmed.IndexOfAnyExcept(trimmed[0]) is var end && end < 0 ? trimmed.Length : end;
            if (run < 3)
                continue;
            if (length == 0 && (trimmed[0] == '~' || trimmed[run..].IndexOf('`') < 0))
                (mark, length) = (trimmed[0], run);
            else if (trimmed[0] == mark && run >= length && trimmed[run..].IsWhiteSpace())
                length = 0;
        }
        return length == 0 ? markdown : $"{markdown.TrimEnd('\r', '\n')}\n{new string(mark, length)}";
    }
}
