namespace Grader.Mathematics;

/// <summary>What is in <c>\boxed{…}</c>.</summary>
internal static class Boxes
{
    private readonly record struct Box(int Start, int End, string Content);

    /// <summary>The last box, with those before it in the same sentence as one list; null where there is none.</summary>
    public static (string Content, int End)? LastGroup(string text)
    {
        var boxes = Find(text);
        if (boxes.Count == 0)
            return null;
        var first = boxes.Count - 1;
        while (first > 0 && IsJoined(text.AsSpan(boxes[first - 1].End, boxes[first].Start - boxes[first - 1].End)))
            first--;
        var contents = boxes.Skip(first).Select(static box => box.Content).ToList();
        return (contents.Count == 1 ? contents[0] : string.Join(", ", contents), boxes[^1].End);
    }

    /// <summary>A comma or conjunction and at most a few words between two boxes, none of which says that the second replaces the first.</summary>
    private static bool IsJoined(ReadOnlySpan<char> gap)
    {
        if (gap.Length > 60 || gap.Contains(". ", StringComparison.Ordinal) || gap.Contains('\n'))
            return false;
        var joint = gap.Contains(',');
        foreach (var range in gap.SplitAny(" ,;:~${}()\\"))
        {
            var word = gap[range];
            if (word is "is" or "are" or "no" or "not" or "so" or "but" or "wrong" or "answer" or "therefore" or "hence" or "equals" or "then" or "gives" or "gave" or "was" or "actually")
                return false;
            joint |= word is "and" or "or" or "quad";
        }

        return joint;
    }

    private static List<Box> Find(string text)
    {
        var boxes = new List<Box>();
        var at = 0;
        while (at < text.Length)
        {
            at = text.IndexOf("\\boxed", at, StringComparison.Ordinal);
            if (at < 0)
                break;
            var open = at + 6;
            while (open < text.Length && text[open] == ' ')
                open++;
            if (open >= text.Length || text[open] != '{')
            {
                at = open;
                continue;
            }

            var close = Close(text, open);
            boxes.Add(new(at, Math.Min(close + 1, text.Length), Inner(text[(open + 1)..close])));
            at = Math.Min(close + 1, text.Length);
        }

        return boxes;
    }

    /// <summary>A box in a box is one box.</summary>
    private static string Inner(string content)
    {
        content = content.Trim();
        return content.StartsWith("\\boxed{", StringComparison.Ordinal) && content.EndsWith('}') ? content[7..^1] : content;
    }

    /// <summary>The brace that closes; where none does, the end of the formula.</summary>
    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] != '\\')
                i++;
            else if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i;
        }

        var dollar = text.IndexOf('$', open);
        return dollar > 0 ? dollar : text.Length;
    }
}
