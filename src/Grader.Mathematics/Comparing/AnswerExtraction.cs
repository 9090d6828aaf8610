namespace Grader.Mathematics;

/// <summary>Finds the formula that a text gives as its answer: boxed, after "answer is", the last formula, or the text itself.</summary>
internal static class AnswerExtraction
{
    private const int Gap = 60;

    private static readonly string[] Anchors = ["final answer is", "final answer:", "answer is", "answer:", "the answer", "answers are"];

    public static string Extract(string text)
    {
        text = WithoutMarkup(text);
        var anchor = LastAnchor(text, out var after);
        if (Boxes.LastGroup(text) is { } boxed && (anchor < boxed.End || !HasFormula(text[after..])))
            return WithPercent(boxed.Content, text, boxed.End);
        if (anchor >= 0 && FromSentence(text[after..]) is { Length: > 0 } said)
            return said;
        var formulas = MathSpans.Find(text);
        if (formulas.Count > 0)
            return LastFormulas(text, formulas);
        return FromBareText(text.Trim());
    }

    /// <summary>What chat transcripts leave behind an answer, and emphasis.</summary>
    private static string WithoutMarkup(string text)
    {
        var end = text.IndexOf("<|", StringComparison.Ordinal);
        if (end > 0)
            text = text[..end];
        return text.Contains("**") && text.AsSpan().ContainsAny(" \n") && IsEmphasis(text) ? text.Replace("**", "") : text;
    }

    /// <summary>Two stars before or after a word, not between two numbers or names.</summary>
    private static bool IsEmphasis(string text)
    {
        var at = text.IndexOf("**", StringComparison.Ordinal);
        return at == 0 || char.IsWhiteSpace(text[at - 1]) || at + 2 == text.Length;
    }

    private static bool HasFormula(string text) => text.Contains('$') || text.Contains("\\(") || text.Contains("\\[") || text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    private static int LastAnchor(string text, out int after)
    {
        var best = -1;
        after = 0;
        foreach (var anchor in Anchors)
        {
            var at = text.LastIndexOf(anchor, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at + anchor.Length <= after)
                continue;
            best = Math.Max(best, at);
            after = at + anchor.Length;
        }

        return best;
    }

    /// <summary>The formula of a sentence: the last in its delimiters, or what follows its last "is".</summary>
    private static string? FromSentence(string rest)
    {
        var sentence = Sentence(rest.TrimStart(' ', ':', '*', '\n'));
        var formulas = MathSpans.Find(sentence);
        var last = LastWord(sentence, out var afterIs);
        if (formulas.Count > 0 && (last < 0 || formulas[^1].End > afterIs))
            return LastFormulas(sentence, formulas);
        return last >= 0 ? FromBareText(sentence[afterIs..].Trim()) : FromBareText(sentence.Trim());
    }

    private static int LastWord(string text, out int after)
    {
        after = 0;
        var best = -1;
        foreach (var word in (ReadOnlySpan<string>)[" is ", " are ", " equals ", " be "])
        {
            var at = text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > best)
                (best, after) = (at, at + word.Length);
        }

        return best;
    }

    /// <summary>Up to the point that ends a sentence: outside formulas, before white space or the end.</summary>
    private static string Sentence(string text)
    {
        var dollars = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && (i == 0 || text[i - 1] != '\\'))
                dollars++;
            if (dollars % 2 == 0 && (text[i] == '\n' && i + 1 < text.Length && text[i + 1] == '\n' || text[i] == '.' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))))
                return text[..i];
        }

        return text;
    }

    /// <summary>The last formula, with those before it that "and", "or" or a comma joins to it.</summary>
    private static string LastFormulas(string text, List<MathSpan> formulas)
    {
        var first = formulas.Count - 1;
        while (first > 0 && IsJoint(text[formulas[first - 1].End..formulas[first].Start]))
            first--;
        var last = formulas[^1];
        var content = first == formulas.Count - 1
            ? text[last.ContentStart..last.ContentEnd]
            : string.Join(", ", formulas.Skip(first).Select(span => text[span.ContentStart..span.ContentEnd].Trim().TrimEnd(',', ';')));
        return WithPercent(content, text, last.End);
    }

    private static bool IsJoint(string gap) => gap.Trim() is "," or "and" or "or" or ", and" or ", or" or ";";

    private static string WithPercent(string content, string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart("$ \\)]");
        return (PercentWords.Start(rest) || rest.StartsWith("%")) && !content.Contains('%') ? content + "\\%" : content;
    }

    /// <summary>Text without any delimiter: a formula as it stands, or what follows "is" or the last "=" of prose.</summary>
    private static string FromBareText(string text)
    {
        text = text.Trim().TrimEnd('.', ',', ';').Trim('*', '`', ' ', '\n');
        if (!IsProse(text))
            return text;
        if (LastWord(text, out var after) >= 0 && after < text.Length)
            return text[after..].Trim();
        var colon = text.LastIndexOf(": ", StringComparison.Ordinal);
        return colon >= 0 ? text[(colon + 2)..].Trim() : AfterWords(text);
    }

    /// <summary>What follows the last word of prose: <c>6*7 = 42</c> in "we get 6*7 = 42".</summary>
    private static string AfterWords(string text)
    {
        var end = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range].TrimEnd(",.:;");
            if (word.Length > 1 && !word.ContainsAnyExceptInRange('A', 'z') && KnownFunctions.Canonical(word.ToString()) is null && !GreekLetters.IsName(word))
                end = range.End.GetOffset(text.Length);
        }

        var rest = text[end..].Trim();
        return rest.Length > 0 && rest.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? rest : text;
    }

    private static bool IsProse(string text)
    {
        if (text.Contains('\\'))
            return false;
        var words = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range].TrimEnd(",.:;");
            if (word.Length > 2 && !word.ContainsAnyExceptInRange('A', 'z'))
                words++;
        }

        return words >= 2;
    }

    internal static bool IsNear(int from, int to) => to - from <= Gap;
}
