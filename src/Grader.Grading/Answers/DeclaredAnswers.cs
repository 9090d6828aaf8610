using Grader.Reference;

namespace Grader.Grading.Answers;

/// <summary>The answer that a student gives by the check's own id, in a block <c>answers</c>: no other words are needed, and no other check may have it.</summary>
internal static class DeclaredAnswers
{
    /// <param name="declared">The rows that name the check.</param>
    public static Selection In(PartReading declared, IContestant contestant)
    {
        var saidInWords = contestant.Check is NumberCheck number ? WordAnswers.In(declared, [number]) : [];
        var answers = (contestant.Check is VectorCheck or MatrixCheck or OwnCheck { Shape.Count: > 0 } ? declared.Tensors : declared.Numbers.Concat(saidInWords))
            .Where(contestant.Takes)
            .OrderBy(answer => answer.Place.Start)
            .ToList();
        if (answers.Count > 0)
            return new(answers[^1], answers[..^1]);
        var row = declared.Statements[^1];
        return new(new(row, null, row.Text, row.Place, [], [], 0) { Trouble = $"no {contestant.Check.Kind} stands in this row" }, []);
    }
}
