using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>The question's own text where a student's file repeats it, as a handout that was filled in does: what it says is no answer. Whole lines only.</summary>
internal sealed class CopiedText
{
    /// <summary>A shorter line may well be an answer.</summary>
    private const int Shortest = 16;

    /// <summary>A quotation's, and emphasis.</summary>
    private const string Marks = " \t\r>*_";

    private readonly string _text;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lines;
    private readonly int _longest;

    public CopiedText(Question question, string text)
    {
        _text = text;
        var lines = question.Parts.Items.Select(part => part.Text).Prepend(question.Text)
            .SelectMany(given => given.Split('\n').Append(given.ReplaceLineEndings(" ")))
            .Select(line => line.AsSpan().Trim(Marks).ToString())
            .Where(line => line.Length >= Shortest)
            .ToHashSet(StringComparer.Ordinal);
        _longest = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        _lines = lines.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Holds(Statement statement)
    {
        if (_longest == 0 || statement.Place.End <= statement.Place.Start)
            return false;
        var start = statement.Place.Start;
        while (start > 0 && statement.Place.Start - start <= _longest && _text[start - 1] != '\n')
            start--;
        var end = statement.Place.End;
        while (end < _text.Length && end - statement.Place.End <= _longest && _text[end] is not ('\r' or '\n'))
            end++;
        foreach (var line in _text.AsSpan(start, end - start).EnumerateLines())
        {
            if (!line.IsWhiteSpace() && !_lines.Contains(line.Trim(Marks)))
                return false;
        }
        return true;
    }
}
