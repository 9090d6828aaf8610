using Grader.Classroom.Gradebooks;

namespace Grader.Classroom.Runs;

/// <summary>What a run comes to, with the decisions of people: sums over its results, and over the rows of its gradebook.</summary>
public sealed class RunTally
{
    /// <summary>Rows of each status that are kept to be told.</summary>
    public const int MostKept = 10;

    private readonly SortedSet<string> _errors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, List<GradebookRow> First)> _rows = new(StringComparer.Ordinal);
    private decimal _points;
    private decimal _pendingPoints;

    public int Submissions { get; private set; }

    public int Graded { get; private set; }

    /// <summary>Graded ones with points that a person may still give.</summary>
    public int Pending { get; private set; }

    /// <summary>Of the assignment; 0 where nothing was graded.</summary>
    public decimal MaxPoints { get; private set; }

    /// <summary>Of those that were graded; 0 where none was.</summary>
    public decimal MeanPoints => Graded == 0 ? 0 : _points / Graded;

    public decimal MeanPendingPoints => Graded == 0 ? 0 : _pendingPoints / Graded;

    /// <summary>Kinds of errors that there are, of <see cref="ResultErrors"/>.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>In the gradebook.</summary>
    public int Rows => _rows.Values.Sum(rows => rows.Count);

    /// <param name="status">One of <see cref="GradebookStatus"/>.</param>
    public int RowsOf(string status) => _rows.GetValueOrDefault(status).Count;

    /// <summary>The first rows of a status, <see cref="MostKept"/> at most.</summary>
    public IReadOnlyList<GradebookRow> FirstOf(string status) => _rows.GetValueOrDefault(status).First ?? [];

    internal void Count(ResultSummary result)
    {
        Submissions++;
        if (result.Error is { } error)
        {
            _errors.Add(error.Kind);
            return;
        }
        Graded++;
        Pending += result.NeedsReview ? 1 : 0;
        _points += result.Points.Points;
        _pendingPoints += result.Points.Pending;
        MaxPoints = Math.Max(MaxPoints, result.Points.Max);
    }

    internal void Count(GradebookRow row)
    {
        var (count, first) = _rows.GetValueOrDefault(row.Status, (0, []));
        if (first.Count < MostKept)
            first.Add(row);
        _rows[row.Status] = (count + 1, first);
    }
}
