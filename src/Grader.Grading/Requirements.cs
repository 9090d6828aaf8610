using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading;

/// <summary>
/// Takes the points of checks that require others which earned none: they are lost where those are, and pending where a person may still give those theirs. Verdicts stay.
/// Over the whole report, since a required check may stand in another question.
/// </summary>
internal sealed class Requirements
{
    private readonly Dictionary<string, Sequence<string>> _required;
    private readonly Dictionary<string, CheckGrade> _grades;

    /// <summary>The checks whose own requirements were applied already.</summary>
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    private Requirements(Assignment assignment, Sequence<QuestionGrade> questions)
    {
        _required = assignment.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).ToDictionary(check => check.Id, check => check.Requires, StringComparer.Ordinal);
        _grades = questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).ToDictionary(check => check.Id, StringComparer.Ordinal);
    }

    public static Sequence<QuestionGrade> Apply(Assignment assignment, Sequence<QuestionGrade> questions)
    {
        var requirements = new Requirements(assignment, questions);
        if (requirements._required.Values.All(required => required.Count == 0))
            return questions;
        return questions.Items.Select(question => Scoring.Of(question, question.Parts.Items.Select(part => Scoring.Of(part.Id, part.Checks.Items.Select(check => requirements.Graded(check.Id)).ToSequence())).ToSequence())).ToSequence();
    }

    private CheckGrade Graded(string id)
    {
        if (_done.Add(id) && _required[id].Count > 0)
            _grades[id] = Given(_grades[id], [.. _required[id].Items.Select(Graded)]);
        return _grades[id];
    }

    private static CheckGrade Given(CheckGrade check, IReadOnlyList<CheckGrade> required)
    {
        if (check.Points.IsZero && check.PendingPoints.IsZero)
            return check;
        if (required.FirstOrDefault(other => other.Points.IsZero && other.PendingPoints.IsZero) is { } lost)
            return check with { Points = Rational.Zero, PendingPoints = Rational.Zero, Message = $"{check.Message} {None(lost)}", Feedback = $"{check.Feedback} {None(lost)}" };
        // What has earned something for sure cannot come to nothing.
        return required.FirstOrDefault(other => other.Points.IsZero) is { } open
            ? check with { Points = Rational.Zero, PendingPoints = check.Points + check.PendingPoints, Message = $"{check.Message} {Waits(open)}", Feedback = $"{check.Feedback} {Waits(open)}" }
            : check;
    }

    private static string None(CheckGrade lost) => $"It earns no points, since {lost.Id} ({lost.Ask}) earned none.";

    private static string Waits(CheckGrade open) => $"Its points wait for those of {open.Id} ({open.Ask}).";
}
