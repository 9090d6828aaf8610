using System.Text.RegularExpressions;
using Grader.Classroom.Decisions;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Review;

/// <summary>The answers of a run that wait for a person, check by check, those that say the same as one. It is the same for whoever opens the run, whatever was decided before and whatever is asked for.</summary>
public static partial class ReviewQueue
{
    /// <param name="rubrics">Of the run.</param>
    /// <param name="read">Reads a submission by its name; null where it cannot be read any more, or is another than was graded. Called on several threads.</param>
    /// <param name="withSure">Answers too of which the program is sure, behind those that wait.</param>
    /// <param name="progress">Told how many submissions of how many were read.</param>
    /// <exception cref="ClassroomException">The run's files are damaged.</exception>
    public static IReadOnlyList<ReviewGroup> Of(string run, Rubrics rubrics, Func<string, ReviewedSubmission?> read, bool withSure, int jobs, Action<int, int> progress, CancellationToken cancellation)
    {
        var ledger = Ledger.Read(run);
        var waiting = RunResults.Lines(run)
            .Where(result => result.Summary.Error is null && (withSure || result.Summary.NeedsReview))
            .Select(result => (result.Summary.Name, result.Summary.Input, Checks: DecidedResults.Checks(result.Line).Items.Where(check => withSure || check.Pending > 0).ToList()))
            .Where(result => result.Checks.Count > 0).ToList();
        var done = 0;
        var answers = waiting.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(jobs, 1, 64)).WithCancellation(cancellation).SelectMany(result =>
        {
            var submission = read(result.Name);
            progress(Interlocked.Increment(ref done), waiting.Count);
            var decisions = ledger.On(result.Name);
            return result.Checks.Select(check => (
                Item: new ReviewItem(result.Name, result.Input, check, submission?.AnswerOf(check.Id) is { Length: > 0 } answer ? answer : check.Found, rubrics[check.Id], decisions.Where(decision => decision.Check == check.Id).ToSequence()),
                Likeness: Likeness(check, submission?.Read.GetValueOrDefault(check.Id), result.Name)));
        }).ToList();
        var order = rubrics.Checks.Items.Select((check, place) => (check.Check, place)).ToDictionary(StringComparer.Ordinal);
        var groups = new List<ReviewGroup>();
        // In the order of the assignment; what the program is sure of is counted behind the rest, so that asking for it moves nothing.
        foreach (var ofCheck in answers.GroupBy(answer => (IsSure: answer.Item.Check.Pending <= 0, answer.Item.Check.Id)).OrderBy(group => group.Key.IsSure).ThenBy(group => order.GetValueOrDefault(group.Key.Id, int.MaxValue)))
        {
            var alike = ofCheck.GroupBy(answer => answer.Likeness).OrderByDescending(group => group.Count()).ThenBy(group => group.First().Item.Submission, StringComparer.Ordinal).ToList();
            foreach (var group in Neighbours(alike))
                groups.Add(new(groups.Count + 1, ofCheck.Key.Id, ofCheck.Key.IsSure, group.Select(answer => answer.Item).ToSequence()));
        }
        return groups;
    }

    /// <summary>What is not known to say the same is each its own: what was not found, what cannot be read any more, what a figure says.</summary>
    private static ReviewedAs Likeness(GradedCheck check, ReadAnswer? read, string submission)
    {
        var form = read is null or { Places.Count: 0 } or { HasFigure: true } ? "" : $"{AnswerForm.Of(read.Around)}\n\n{AnswerForm.Of(string.Join('\n', read.Places.Items.Select(found => found.Text)))}";
        return new(form, form.Length == 0 ? submission : "", check.Points, check.Pending, check.Max, check.Expected, Lines().Replace(check.Message, "line"));
    }

    /// <summary>Steps that differ in a word or two follow each other: who decides on one has the other in mind.</summary>
    private static IEnumerable<T> Neighbours<T>(List<T> groups) where T : IGrouping<ReviewedAs, (ReviewItem Item, ReviewedAs Likeness)>
    {
        const int MostCompared = 2000;
        if (groups.Count > MostCompared)
            return groups;
        var words = groups.ConvertAll(group => group.Key.Form.Split(' ').ToHashSet(StringComparer.Ordinal));
        var left = Enumerable.Range(0, groups.Count).ToList();
        var ordered = new List<T>(groups.Count);
        while (left.Count > 0)
        {
            var first = left[0];
            foreach (var near in left.FindAll(other => other == first || IsNear(words[first], words[other])))
            {
                ordered.Add(groups[near]);
                left.Remove(near);
            }
        }
        return ordered;

        static bool IsNear(HashSet<string> one, HashSet<string> other) => one.Count > 3 && other.Count > 3 && one.Count(word => !other.Contains(word)) + other.Count(word => !one.Contains(word)) <= 4;
    }

    /// <summary>Lines are counted otherwise in each submission; all other numbers of a message are the answer's.</summary>
    [GeneratedRegex(@"\b(?:cell \d+(?:, output \d+)?, )?lines? \d+(?:, \d+)*(?: and \d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    /// <summary>What answers have in common that are decided together.</summary>
    /// <param name="Form">As <see cref="AnswerForm"/>, of all that stands there; empty for an answer that is like no other.</param>
    /// <param name="Alone">Then its submission.</param>
    /// <param name="Message">The program's, without the lines.</param>
    private sealed record ReviewedAs(string Form, string Alone, decimal Points, decimal Pending, decimal Max, string Expected, string Message);
}
