using Grader.Classroom.Decisions;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Review;

/// <summary>The answers of a run that wait for a person, check by check, those that say the same as one. It is the same for whoever opens the run, whatever was decided before.</summary>
public static class ReviewQueue
{
    /// <param name="rubrics">Of the run.</param>
    /// <param name="read">Reads a submission by its name; null where it cannot be read any more. Called on several threads.</param>
    /// <param name="checks">Ids of the checks that are asked for; none for all.</param>
    /// <param name="withSure">Answers too of which the program is sure.</param>
    /// <param name="progress">Told how many submissions of how many were read.</param>
    /// <exception cref="ClassroomException">The run's files are damaged.</exception>
    public static IReadOnlyList<ReviewGroup> Of(string run, Rubrics rubrics, Func<string, ReviewedSubmission?> read, Sequence<string> checks, bool withSure, int jobs, Action<int, int> progress, CancellationToken cancellation)
    {
        var ledger = Ledger.Read(run);
        var waiting = RunResults.Lines(run)
            .Where(result => result.Summary.Error is null && (withSure || result.Summary.NeedsReview))
            .Select(result => (result.Summary.Name, result.Summary.Input, Checks: DecidedResults.Checks(result.Line).Items.Where(check => (withSure || check.Pending > 0) && (checks.Count == 0 || checks.Items.Contains(check.Id))).ToList()))
            .Where(result => result.Checks.Count > 0).ToList();
        var done = 0;
        var items = waiting.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(jobs, 1, 64)).WithCancellation(cancellation).SelectMany(result =>
        {
            var submission = read(result.Name);
            progress(Interlocked.Increment(ref done), waiting.Count);
            var decisions = ledger.On(result.Name);
            return result.Checks.Select(check => new ReviewItem(result.Name, result.Input, check, AnswerOf(check, submission), rubrics[check.Id], decisions.Where(decision => decision.Check == check.Id).ToSequence()));
        }).ToList();
        return Numbered(items);
    }

    private static string AnswerOf(GradedCheck check, ReviewedSubmission? submission) =>
        submission?.AnswerOf(check.Id) is { Length: > 0 } answer ? answer : check.Found;

    private static List<ReviewGroup> Numbered(List<ReviewItem> items)
    {
        var groups = new List<ReviewGroup>();
        // In the order in which the assignment has them: that of the first report.
        foreach (var ofCheck in items.GroupBy(item => item.Check.Id, StringComparer.Ordinal))
        {
            foreach (var group in Grouped([.. ofCheck]).OrderByDescending(group => group.Count).ThenBy(group => group[0].Submission, StringComparer.Ordinal))
                groups.Add(new(groups.Count + 1, ofCheck.Key, group.ToSequence()));
        }
        return groups;
    }

    /// <summary>What was not found is each its own: there is nothing to compare.</summary>
    private static List<List<ReviewItem>> Grouped(List<ReviewItem> items)
    {
        var forms = items.ConvertAll(item => AnswerForm.Of(item.Answer));
        var common = forms.SelectMany(form => form.Split(' ').Distinct(StringComparer.Ordinal)).GroupBy(word => word, StringComparer.Ordinal).Where(word => word.Count() > 1).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        var groups = new Dictionary<ReviewedAs, List<ReviewItem>>();
        for (var i = 0; i < items.Count; i++)
        {
            var check = items[i].Check;
            var key = new ReviewedAs(forms[i].Length > 0 ? forms[i] : $"\0{i}", check.Points, check.Pending, check.Max, check.Expected, WithoutPlaces(check.Message));
            if (!groups.TryGetValue(key, out var group))
                groups[key] = group = [];
            group.Add(items[i]);
        }
        return JoinSlips(groups, common);
    }

    /// <summary>A form that one student alone wrote joins one that it differs from by slips of the pen.</summary>
    private static List<List<ReviewItem>> JoinSlips(Dictionary<ReviewedAs, List<ReviewItem>> groups, HashSet<string> common)
    {
        var joined = new List<List<ReviewItem>>();
        var byLength = groups.GroupBy(group => (Words: group.Key.Form.Count(c => c == ' '), group.Key.Points, group.Key.Pending, group.Key.Max, group.Key.Expected, group.Key.Message));
        foreach (var alike in byLength)
        {
            var kept = new List<(string Form, List<ReviewItem> Items)>();
            foreach (var (key, items) in alike.OrderByDescending(group => group.Value.Count).ThenBy(group => group.Key.Form, StringComparer.Ordinal))
            {
                if (items.Count == 1 && kept.FindIndex(other => AnswerForm.DiffersBySlips(other.Form, key.Form, common)) is >= 0 and var place)
                    kept[place].Items.AddRange(items);
                else
                    kept.Add((key.Form, items));
            }
            joined.AddRange(kept.Select(group => group.Items));
        }
        foreach (var group in joined)
            group.Sort((one, other) => string.CompareOrdinal(one.Submission, other.Submission));
        return joined;
    }

    /// <summary>What the program says may differ where the words do not: by a figure beside them, say. Lines are counted otherwise in each submission.</summary>
    private static string WithoutPlaces(string message) => string.Concat(message.Where(c => !char.IsDigit(c)));

    /// <summary>What answers have in common that are decided together.</summary>
    /// <param name="Form">As <see cref="AnswerForm"/>.</param>
    /// <param name="Message">The program's, without the lines.</param>
    private sealed record ReviewedAs(string Form, decimal Points, decimal Pending, decimal Max, string Expected, string Message);
}
