namespace Grader.Classroom.Statistics;

/// <summary>Counts the answers to one check as they come. Its memory grows with the different values, not with the submissions.</summary>
internal sealed class CheckTally(CheckAnswer first)
{
    private readonly Dictionary<string, int> _verdicts = new(StringComparer.Ordinal);
    private long _right;
    private long _judged;
    private double _rest;
    private double _restSquared;
    private double _restOfRight;

    public string Id => first.Id;

    public Dictionary<(string Value, string Mistakes), ValueTally> Wrong { get; } = [];

    public int Read { get; private set; }

    /// <summary>The right answer, printed; empty where it is not the same for all.</summary>
    public string Expected { get; private set; } = first.Expected;

    /// <param name="total">Points of the whole submission.</param>
    public void Add(CheckAnswer answer, double total, string name)
    {
        _verdicts[answer.Verdict] = _verdicts.GetValueOrDefault(answer.Verdict) + 1;
        if (Expected != answer.Expected)
            Expected = "";
        if (!answer.IsJudged)
            return;
        var rest = total - answer.Points;
        _judged++;
        _rest += rest;
        _restSquared += rest * rest;
        if (answer.IsRight)
        {
            _right++;
            _restOfRight += rest;
        }
        if (answer.Verdict != "missing")
            Read++;
        if (!answer.IsWrong || answer.Value.Length == 0)
            return;
        var key = (answer.Value, string.Join(", ", answer.Mistakes.Items));
        if (Wrong.TryGetValue(key, out var known))
            known.Count++;
        else
            Wrong[key] = new(name) { Count = 1 };
    }

    public CheckStatistics Statistics() => new(
        first.Id, first.Kind, first.Ask, (int)_judged, (int)_right, Count("partial"), Count("incorrect"), Count("missing"), Count("unreadable") + Count("needs-review"), Discrimination());

    private int Count(string verdict) => _verdicts.GetValueOrDefault(verdict);

    /// <summary>(M₁ − M₀) √(p q) / σ, over the points of all other checks, so that a check is not correlated with itself.</summary>
    private double? Discrimination()
    {
        if (_right == 0 || _right == _judged)
            return null;
        var mean = _rest / _judged;
        var variance = (_restSquared / _judged) - (mean * mean);
        if (variance <= 1e-9)
            return null;
        var share = (double)_right / _judged;
        var (ofRight, ofOthers) = (_restOfRight / _right, (_rest - _restOfRight) / (_judged - _right));
        return Math.Clamp((ofRight - ofOthers) * Math.Sqrt(share * (1 - share) / variance), -1, 1);
    }
}

internal sealed class ValueTally(string example)
{
    public string Example => example;

    public int Count { get; set; }
}
