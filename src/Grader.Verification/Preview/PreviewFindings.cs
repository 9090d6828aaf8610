using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>What many submissions have in common that speaks against the assignment: one student errs, a class does so seldom.</summary>
internal static class PreviewFindings
{
    /// <summary>What a single submission shows may be its own.</summary>
    private const int Fewest = 2;

    private const int FewestSharing = 3;

    private const int LongestValue = 80;

    public static Sequence<PreviewFinding> Of(Assignment assignment, Sequence<CheckPreview> checks, ILookup<string, PreviewAnswer> answers)
    {
        var previews = checks.Items.ToDictionary(check => check.Id, StringComparer.Ordinal);
        return assignment.Questions.Items.SelectMany(question => NoText(question, answers)
            .Concat(question.Parts.Items.SelectMany(part => part.Checks.Items.SelectMany(check => OfCheck(part, previews[check.Id], [.. answers[check.Id]]))))).ToSequence();
    }

    /// <summary>Parts of a question that the same number of submissions leave out are told together.</summary>
    private static IEnumerable<PreviewFinding> NoText(Question question, ILookup<string, PreviewAnswer> answers) =>
        question.Parts.Items
            .Where(part => part.Checks.Count > 0)
            .Select(part => (Part: part, Empty: part.Checks.Items.Max(check => answers[check.Id].Count(answer => answer.Grade.IsPartEmpty)), Of: answers[part.Checks[0].Id].Count()))
            .Where(item => IsMost(item.Empty, item.Of))
            .GroupBy(item => (item.Empty, item.Of))
            .Select(group => new PreviewFinding(
                PreviewSign.NoText,
                group.SelectMany(item => item.Part.Checks.Items).Select(check => check.Id).ToSequence(),
                group.Key.Empty,
                group.Key.Of,
                $"{(group.Count() == 1 ? "part" : "parts")} {string.Join(", ", group.Select(item => item.Part.Id))}: no text was found in {group.Key.Empty} of {group.Key.Of} submissions: {(group.Count() == 1 ? "its heading" : "their headings")} may be written otherwise, or the students left {(group.Count() == 1 ? "it" : "them")} out."));

    private static IEnumerable<PreviewFinding> OfCheck(Part part, CheckPreview check, IReadOnlyList<PreviewAnswer> answers)
    {
        var answered = answers.Where(answer => !answer.Grade.IsPartEmpty).ToList();
        var withText = answered.Count < answers.Count ? $" that have text for {part.Id}" : "";
        var missing = answered.Count(answer => answer.Grade.Verdict == Verdict.Missing);
        if (IsMost(missing, answered.Count))
            yield return Finding(PreviewSign.NothingRead, missing, $"nothing was read in {Share(missing, answered.Count)}{withText}: its labels may not fit.");
        if (SharedWrong(check) is { } shared)
            yield return shared;
        foreach (var (sign, verdict, say) in ((PreviewSign, Verdict, string)[])[(PreviewSign.Unreadable, Verdict.Unreadable, "not read whole"), (PreviewSign.Review, Verdict.NeedsReview, "left to a person")])
        {
            var count = check.Count(verdict);
            if (IsMost(count, answered.Count))
                yield return Finding(sign, count, $"{say} in {Share(count, answered.Count)}{withText}, {Reason(check, verdict, count)}");
        }

        PreviewFinding Finding(PreviewSign sign, int count, string say) => new(sign, [check.Id], count, answered.Count, $"check {check.Id}: {say}");
    }

    /// <summary>A known mistake explains what is wrong; but one made by more than are right may be the right way to do it.</summary>
    private static PreviewFinding? SharedWrong(CheckPreview check)
    {
        var right = check.Count(Verdict.Correct) + check.Count(Verdict.CarriedForward);
        if (check.Values.Items.FirstOrDefault(value => !value.Verdict.IsAccepting() && value.Count >= FewestSharing && 3 * value.Count >= check.Read && (value.Mistakes.Count == 0 || value.Count > right)) is not { } wrong)
            return null;
        var expected = check.Expected.Length > 0 ? $" where {Shorten(check.Expected)} is expected" : "";
        var known = wrong.Mistakes.Count > 0 ? $", a known mistake ({string.Join(", ", wrong.Mistakes.Items)}) that more make than are right" : "";
        return new(PreviewSign.SharedWrongValue, [check.Id], wrong.Count, check.Read, $"check {check.Id}: {Share(wrong.Count, check.Read)} that answer it share the value {Shorten(wrong.Value)}{expected}{known}: the key or a label may be wrong.");
    }

    private static string Reason(CheckPreview check, Verdict verdict, int count)
    {
        var first = check.Unread.Items.First(unread => unread.Verdict == verdict);
        return $"{(first.Count == count ? "always" : $"{first.Count} times")} for {(first.Varies ? "a reason such as" : "this reason")}: {first.Reason}";
    }

    private static bool IsMost(int count, int of) => count >= Fewest && 2 * count > of;

    private static string Share(int count, int of) => $"{count} of {of} submissions";

    private static string Shorten(string text) => text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue), "…");
}
