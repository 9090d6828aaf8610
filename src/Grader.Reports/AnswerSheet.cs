using Grader.Reference;

namespace Grader.Reports;

/// <summary>The lines of an answer sheet: a fenced block <c>answers</c> in which a line <c>#</c> says what is asked.</summary>
internal static class AnswerSheet
{
    public static IEnumerable<string> Lines(Handout handout)
    {
        yield return "# Write each answer behind its colon, in one line: a number, a list [13, 5, 0], a matrix [[1, 2], [3, 4]], or sentences.";
        foreach (var question in handout.Questions)
        {
            yield return "";
            yield return $"# Question {question.Question.Id}";
            foreach (var row in question.Rows)
            {
                yield return $"# {TerminalText.Clean(row.Ask)}";
                yield return $"{row.Label}:";
            }
        }
    }

    /// <summary><c>Q = [[1, 0], [0, 1]]  # queries</c>.</summary>
    public static string Input(HandoutInput input) => $"{input.Name} = {ExactText.Of(input.Value)}{(input.Say.Length > 0 ? "  # " + TerminalText.Clean(input.Say) : "")}";
}
