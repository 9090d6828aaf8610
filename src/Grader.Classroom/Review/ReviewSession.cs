using Grader.Classroom.Decisions;
using Grader.Mathematics;

using Decision = Grader.Classroom.Decisions.Decision;

namespace Grader.Classroom.Review;

/// <summary>An evening of one person with the queue of a run: what is next, what is decided, and how fast. Each decision is in the ledger when the call returns. Safe on any thread.</summary>
/// <param name="queue">As <see cref="ReviewQueue"/> gives it.</param>
/// <param name="only">Ids of the checks that are asked for; none for all.</param>
/// <param name="reviewer">Who decides.</param>
public sealed class ReviewSession(string run, IReadOnlyList<ReviewGroup> queue, ReviewPart part, Sequence<string> only, string reviewer, TimeProvider time)
{
    private const int MostComments = 9;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly ReviewGroup[] _groups = [.. queue];
    private readonly Stack<(int Number, IReadOnlyList<Decision> Decisions)> _done = new();
    private readonly List<string> _comments = [.. queue.SelectMany(group => group.Items.Items).SelectMany(item => item.Decisions.Items).Where(decision => decision.IsReview && decision.Reason.Length > 0).OrderByDescending(decision => decision.Time).Select(decision => decision.Reason).Distinct(StringComparer.Ordinal).Take(MostComments)];
    private TimeSpan _worked;
    private DateTimeOffset _last = time.GetUtcNow();
    private int _answers;
    private long _ledgerLength = Ledger.LengthOf(run);

    public string Reviewer => reviewer;

    /// <summary>Comments that were written, the latest first.</summary>
    public IReadOnlyList<string> Comments
    {
        get
        {
            lock (_lock)
                return [.. _comments];
        }
    }

    /// <summary>There is something that can be taken back.</summary>
    public bool CanUndo
    {
        get
        {
            lock (_lock)
                return _done.Count > 0;
        }
    }

    /// <summary>The checks of this person's part, in the order of the queue.</summary>
    public IReadOnlyList<CheckProgress> Checks
    {
        get
        {
            lock (_lock)
            {
                return [.. Mine().GroupBy(group => group.Check, StringComparer.Ordinal).Select(ofCheck =>
                {
                    var items = ofCheck.SelectMany(group => group.Items.Items).ToList();
                    return new CheckProgress(ofCheck.Key, ofCheck.First().Shown.Check.Ask, ofCheck.Count(), ofCheck.Count(group => group.IsDecided), items.Count, items.Count(item => item.IsDecided), items.Count(item => item.Standing.Stale.Count > 0 && !item.IsDecided), items.Count(item => item.Standing.IsContested));
                })];
            }
        }
    }

    /// <summary>Where this person stands.</summary>
    public ReviewRate Rate
    {
        get
        {
            lock (_lock)
            {
                var items = Mine().SelectMany(group => group.Items.Items).ToList();
                var groups = Mine().ToList();
                return new(items.Count(item => item.IsDecided), items.Count, groups.Count(group => group.IsDecided), groups.Count, _done.Count, _answers, _worked);
            }
        }
    }

    /// <returns>Null where this person's part has no such group.</returns>
    public ReviewGroup? Group(int number)
    {
        lock (_lock)
            return number >= 1 && number <= _groups.Length && IsMine(_groups[number - 1]) ? _groups[number - 1] : null;
    }

    /// <summary>The next group that waits: behind one, first of the same check, then of those behind it, then from the start.</summary>
    /// <param name="check">Only of this check; null for any.</param>
    /// <param name="after">0 for the first.</param>
    public int? Next(string? check, int after)
    {
        lock (_lock)
        {
            var waiting = Mine().Where(group => !group.IsDecided && (check is null || group.Check == check)).Select(group => group.Number).ToList();
            return waiting.Count == 0 ? null : waiting.Find(number => number > after) is > 0 and var behind ? behind : waiting[0];
        }
    }

    /// <summary>The group that was decided last; null where none was.</summary>
    public int? Last
    {
        get
        {
            lock (_lock)
                return _done.TryPeek(out var last) ? last.Number : null;
        }
    }

    /// <summary>The first group of a check that is decided, for who wants to see it again; null for none.</summary>
    public int? Decided(string check)
    {
        lock (_lock)
            return Mine().FirstOrDefault(group => group.Check == check)?.Number;
    }

    /// <summary>Decides a group, or some of its wordings.</summary>
    /// <param name="version">Of the group as it was looked at.</param>
    /// <param name="comment">For the student; empty for none.</param>
    /// <param name="takes">Which answers it is about; of them those that wait, or all where the group was decided before.</param>
    /// <returns>How many answers it decided.</returns>
    /// <exception cref="ClassroomException">The points are none of the check's, an idea is unknown, or the disk refuses the ledger.</exception>
    public int Decide(int number, int version, Ruling ruling, string comment, Func<ReviewItem, bool> takes)
    {
        lock (_lock)
        {
            var group = _groups[number - 1];
            if (group.Version != version)
                throw new ClassroomException(ClassroomFault.Usage, "This page is out of date: something was decided here, or taken back, since it was loaded. Look at it once more.");
            var items = group.Wordings.SelectMany(wording => wording.Items).Where(takes).ToList();
            if (items.Count == 0)
                throw new ClassroomException(ClassroomFault.Usage, "No answer is ticked: tick those that this decision is about.");
            Check(group.Shown, ruling);
            var now = time.GetUtcNow();
            var decisions = items.ConvertAll(item => new Decision(item.Submission, group.Check, ruling, comment)
            {
                Id = Decision.NewId(),
                By = reviewer,
                Time = now,
                Input = item.Input,
                Rubric = item.Rubric.IdentityOf(item.Check, ruling),
                IsReview = true,
                // What is out of date is replaced as well: its maker need not be asked again.
                Replaces = item.Standing.Beside.Items.Concat(item.Standing.Stale.Items).Select(other => other.Id).Where(id => id.Length > 0).ToSequence(),
            });
            Write(number, decisions);
            _done.Push((number, decisions));
            Remember(comment);
            // Who went for a coffee did not grade meanwhile.
            _worked += now - _last < Pause ? now - _last : TimeSpan.Zero;
            _last = now;
            _answers += items.Count;
            return items.Count;
        }
    }

    /// <summary>Takes the last decision of this session back.</summary>
    /// <returns>The group it was on; null where there is none.</returns>
    /// <exception cref="ClassroomException">The disk refuses the ledger.</exception>
    public int? Undo()
    {
        lock (_lock)
        {
            if (!_done.TryPeek(out var last))
                return null;
            var now = time.GetUtcNow();
            Write(last.Number, [.. last.Decisions.Select(decision => new Decision(decision.Submission, decision.Check, new Withdrawn(decision.Id), "") { Id = Decision.NewId(), By = reviewer, Time = now })]);
            _done.Pop();
            _answers -= last.Decisions.Count;
            return last.Number;
        }
    }

    private IEnumerable<ReviewGroup> Mine() => _groups.Where(IsMine);

    private bool IsMine(ReviewGroup group) => part.Has(group.Number) && (only.Count == 0 || only.Items.Contains(group.Check));

    private void Write(int number, IReadOnlyList<Decision> decisions)
    {
        if (Ledger.LengthOf(run) != _ledgerLength)
            throw new ClassroomException(ClassroomFault.Outside, $"{Ledger.FileName} was changed by something else while this review is open. End the review and begin it again: what is in the file holds.");
        Ledger.Append(run, decisions.Select(decision => LedgerEntry.Of(decision, "")));
        _ledgerLength = Ledger.LengthOf(run);
        var bySubmission = decisions.ToDictionary(decision => decision.Submission, StringComparer.Ordinal);
        _groups[number - 1] = _groups[number - 1] with { Items = _groups[number - 1].Items.Items.Select(item => bySubmission.TryGetValue(item.Submission, out var decision) ? item.With(decision) : item).ToSequence() };
    }

    private static void Check(ReviewItem item, Ruling ruling)
    {
        if (ruling is GivenPoints { Points: var points } && (points < 0 || points > item.Check.Max))
            throw new ClassroomException(ClassroomFault.Usage, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{points} points: {item.Check.Id} has from 0 to {item.Check.Max}."));
        if (ruling.PointsOf(item.Check, item.Rubric.Ideas) is null)
            throw new ClassroomException(ClassroomFault.Usage, $"{item.Check.Id} has no such idea. Load the page anew.");
    }

    private void Remember(string comment)
    {
        if (comment.Length == 0)
            return;
        _comments.Remove(comment);
        _comments.Insert(0, comment);
        if (_comments.Count > MostComments)
            _comments.RemoveAt(MostComments);
    }
}

/// <summary>How far a check is.</summary>
/// <param name="Groups">Of answers that say the same.</param>
/// <param name="Stale">Answers whose decision was about another text or rubric.</param>
/// <param name="Contested">Answers on which people disagree.</param>
public sealed record CheckProgress(string Check, string Ask, int Groups, int DecidedGroups, int Answers, int DecidedAnswers, int Stale, int Contested);

/// <summary>How far a person is, and how fast.</summary>
/// <param name="Steps">Decisions of this session.</param>
/// <param name="AnswersNow">Answers that they decided.</param>
/// <param name="Worked">Time of this session without pauses.</param>
public sealed record ReviewRate(int Answers, int OfAnswers, int Groups, int OfGroups, int Steps, int AnswersNow, TimeSpan Worked)
{
    /// <summary>Answers a minute; null before anything can be said.</summary>
    public double? AnswersAMinute => Worked > TimeSpan.Zero ? AnswersNow / Worked.TotalMinutes : null;

    /// <summary>At the pace of the decisions so far; null before anything can be said.</summary>
    public TimeSpan? Left => Steps > 0 && Worked > TimeSpan.Zero ? (OfGroups - Groups) * (Worked / Steps) : null;
}
