using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>Counts verdicts by check and by kind of change, and keeps the plainest trial of each failure.</summary>
internal sealed class TrialTally(IReadOnlyList<Check> checks)
{
    private readonly CheckRates[] _rates = [.. checks.Select(check => new CheckRates(check.Id, check.Kind, 0, 0, 0, 0, 0, 0, 0))];
    private readonly Dictionary<ChangeKind, ChangeRates> _changes = [];
    private readonly Dictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Check, Failing Failing, ChangeKind? Kind), Trial> _failures = [];

    public Sequence<CheckRates> Checks => _rates.ToSequence();

    public Sequence<ChangeRates> Changes => _changes.OrderBy(item => item.Key).Select(item => item.Value).ToSequence();

    public Sequence<StyleGap> LeftOut => _leftOut.Select(item => new StyleGap(item.Key, item.Value)).OrderByDescending(gap => gap.Styles).ThenBy(gap => gap.Why, StringComparer.Ordinal).ToSequence();

    /// <summary>In the order of the assignment's checks.</summary>
    public IEnumerable<(string Check, Failing Failing, Trial Trial)> Failures => _failures
        .OrderBy(item => item.Key.Failing).ThenBy(item => Array.FindIndex(_rates, rates => rates.Id == item.Key.Check)).ThenBy(item => item.Key.Kind)
        .Select(item => (item.Key.Check, item.Key.Failing, item.Value));

    /// <param name="grades">In the order of the checks.</param>
    public void Add(Trial trial, IEnumerable<CheckGrade> grades)
    {
        foreach (var why in trial.LeftOut)
            _leftOut[why] = _leftOut.GetValueOrDefault(why) + 1;
        var index = 0;
        foreach (var grade in grades)
        {
            var rates = _rates[index];
            if (trial.Wronging(grade.Id) is { } change)
                _rates[index] = AddWrong(trial, change, grade, rates);
            else if (!trial.IsTouched(grade.Id))
                _rates[index] = AddRight(trial, grade, rates);
            index++;
        }
    }

    public void Add(TrialTally other)
    {
        for (var index = 0; index < _rates.Length; index++)
            _rates[index] = _rates[index].And(other._rates[index]);
        foreach (var (kind, rates) in other._changes)
            _changes[kind] = _changes.TryGetValue(kind, out var known) ? known.And(rates) : rates;
        foreach (var (why, styles) in other._leftOut)
            _leftOut[why] = _leftOut.GetValueOrDefault(why) + styles;
        foreach (var (failure, trial) in other._failures)
            Keep(failure, trial);
    }

    private CheckRates AddRight(Trial trial, CheckGrade grade, CheckRates rates)
    {
        if (TrialVerdict.OfRight(grade.Verdict) is not { } failing)
            return rates with { Right = rates.Right + 1 };
        Keep((grade.Id, failing, null), trial);
        return rates with
        {
            Right = rates.Right + 1,
            FalseRejects = rates.FalseRejects + (failing == Failing.FalseReject ? 1 : 0),
            Reviews = rates.Reviews + (failing == Failing.Review ? 1 : 0),
            Unreadable = rates.Unreadable + (failing == Failing.Unreadable ? 1 : 0),
        };
    }

    private CheckRates AddWrong(Trial trial, Change change, CheckGrade grade, CheckRates rates)
    {
        var isAccepted = TrialVerdict.IsAccepted(grade.Verdict, change);
        var isForReview = grade.Verdict is Verdict.NeedsReview or Verdict.Unreadable;
        var counted = new ChangeRates(change.Kind.Name(), 1, isAccepted ? 1 : 0, isForReview ? 1 : 0);
        _changes[change.Kind] = _changes.TryGetValue(change.Kind, out var known) ? known.And(counted) : counted;
        if (isAccepted)
            Keep((grade.Id, Failing.FalseAccept, change.Kind), trial);
        return rates with { Wrong = rates.Wrong + 1, FalseAccepts = rates.FalseAccepts + (isAccepted ? 1 : 0), WrongForReview = rates.WrongForReview + (isForReview ? 1 : 0) };
    }

    /// <summary>The one in the plainest style, of equals the first: whatever order they come in.</summary>
    private void Keep((string Check, Failing Failing, ChangeKind? Kind) failure, Trial trial)
    {
        if (!_failures.TryGetValue(failure, out var known) || (trial.Style.Marked.Count(), trial.Number).CompareTo((known.Style.Marked.Count(), known.Number)) < 0)
            _failures[failure] = trial;
    }
}
