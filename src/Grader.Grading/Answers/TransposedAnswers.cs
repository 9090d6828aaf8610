using Grader.Mathematics;

namespace Grader.Grading.Answers;

/// <summary>Answers of someone who writes the transpose of what the key writes, turned back.</summary>
internal static class TransposedAnswers
{
    public static Selection Turn(Selection selection) => selection with { Answer = Turn(selection.Answer), Rivals = [.. selection.Rivals.Select(Turn)] };

    private static Answer Turn(Answer answer) => answer.Expression switch
    {
        null => answer,
        Call { Function: "transpose", Arguments: [var inner] } => answer with { Expression = inner, Block = null },
        var expression => answer with { Expression = new Call("transpose", [expression]), Block = null },
    };
}
