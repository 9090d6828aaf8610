using Grader.Mathematics;

namespace Grader.Grading;

/// <summary>Answers in words: what the machine says of them against what a person says.</summary>
/// <param name="Name"><c>rubric checks</c>.</param>
/// <param name="Counts">A row a <see cref="WordsRating"/> of the person, a column one of the machine.</param>
public sealed record WordsTable(string Name, Sequence<Sequence<int>> Counts)
{
    public int Answers => Counts.Items.Sum(row => row.Items.Sum());

    /// <summary>Over all answers. That the machine leaves an answer to a person is a rating of its own, and so a disagreement unless the person says the same.</summary>
    public Kappa? OfAll => Kappa.Of(Counts);

    /// <summary>Over the answers that the machine judges itself.</summary>
    public Kappa? OfDecided => Kappa.Of(Counts.Items.Select(row => (Sequence<int>)[.. row.Items.Take((int)WordsRating.ForPerson), 0]).ToSequence());

    public static WordsTable Of(string name, IEnumerable<(Verdict Human, Verdict Machine)> answers)
    {
        var ratings = Enum.GetValues<WordsRating>().Length;
        var counts = new int[ratings, ratings];
        foreach (var (human, machine) in answers)
            counts[(int)Rating(human), (int)Rating(machine)]++;
        return new(name, [.. Enumerable.Range(0, ratings).Select(i => Enumerable.Range(0, ratings).Select(j => counts[i, j]).ToSequence())]);
    }

    private static WordsRating Rating(Verdict verdict) => verdict switch
    {
        Verdict.Correct or Verdict.CarriedForward => WordsRating.Right,
        Verdict.Partial => WordsRating.Partial,
        Verdict.Incorrect => WordsRating.Wrong,
        Verdict.Missing => WordsRating.Missing,
        _ => WordsRating.ForPerson,
    };
}

/// <summary>What is said of an answer in words.</summary>
public enum WordsRating
{
    Right,
    Partial,
    Wrong,
    Missing,

    /// <summary>A person must look; unreadable too.</summary>
    ForPerson,
}
