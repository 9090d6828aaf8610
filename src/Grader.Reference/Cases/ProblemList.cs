using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Collects all problems of an assignment's files, to be told at once.</summary>
internal sealed class ProblemList
{
    private readonly List<CaseProblem> _problems = [];

    public int Count => _problems.Count;

    public void Add(CasePlace place, string message, string advice) => _problems.Add(new(place.File, place.Line, place.Column, Capital(message), advice));

    public void Add(string file, string message, string advice) => _problems.Add(new(file, 0, 0, Capital(message), advice));

    public void Add(CaseProblem problem) => _problems.Add(problem);

    /// <summary>Takes back the problems told since there were <paramref name="count"/>.</summary>
    public IReadOnlyList<CaseProblem> TakeFrom(int count)
    {
        var taken = _problems.GetRange(count, _problems.Count - count);
        _problems.RemoveRange(count, taken.Count);
        return taken;
    }

    /// <summary>By file in the order given, then by place; the same problem once.</summary>
    public Sequence<CaseProblem> InOrder(IReadOnlyList<string> files) =>
        _problems.Distinct()
            .OrderBy(problem => files.Contains(problem.File) ? files.ToList().IndexOf(problem.File) : files.Count)
            .ThenBy(problem => problem.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ToSequence();

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
