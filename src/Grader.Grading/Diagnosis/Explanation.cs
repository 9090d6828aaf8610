using System.Collections.Immutable;

namespace Grader.Grading.Diagnosis;

/// <summary>What explains the answers of a question at once.</summary>
/// <param name="Mistakes">Known mistakes, in the order of the worksheet; empty where none explains anything.</param>
/// <param name="Slips">Wrong answers that do not follow from them: the student's own values, which later answers may follow from.</param>
/// <param name="OrElse">Other sets of as few mistakes with as few slips that explain the same answers as well.</param>
/// <param name="Stopped">The search came to the end of its budget: there may be a smaller explanation.</param>
internal sealed record Explanation(ImmutableArray<MadeMistake> Mistakes, ImmutableArray<ValueState> Slips, ImmutableArray<ImmutableArray<MadeMistake>> OrElse, bool Stopped)
{
    public static Explanation Nothing { get; } = new([], [], [], false);
}
