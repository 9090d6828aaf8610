using Grader.Mathematics;

namespace Grader.Grading;

/// <summary>What an assignment's checks read of a pile of submissions, and what they did not: the trial before the deadline. Nobody has said what is right.</summary>
/// <param name="Submissions">How many there are, those too that could not be read.</param>
/// <param name="Checks">In the order of the assignment.</param>
/// <param name="NotRead">Submissions that could not be read at all: no check counts them.</param>
/// <param name="Findings">What looks wrong with the assignment rather than with its students, in its order.</param>
public sealed record CasePreview(
    string Assignment,
    string Title,
    string KeySha256,
    int Submissions,
    Sequence<CheckPreview> Checks,
    Sequence<FileNotRead> NotRead,
    Sequence<PreviewFinding> Findings);

/// <param name="Kind">Name of the kind of check: <c>number</c>.</param>
/// <param name="Ask">What was asked.</param>
/// <param name="Expected">The right answer, printed; empty where it is not the same for all submissions.</param>
/// <param name="Values">What was read and judged, the most frequent first.</param>
/// <param name="Unread">What was not: missing, unreadable, for a person, in this order; of each the most frequent reason first.</param>
public sealed record CheckPreview(string Id, string Kind, string Ask, string Expected, Sequence<ValueRead> Values, Sequence<UnreadFor> Unread)
{
    /// <summary>Answers that were read and judged.</summary>
    public int Read => Values.Items.Sum(value => value.Count);

    public int Count(Verdict verdict) => Values.Items.Where(value => value.Verdict == verdict).Sum(value => value.Count) + Unread.Items.Where(unread => unread.Verdict == verdict).Sum(unread => unread.Count);
}

/// <summary>Answers of one value and one verdict.</summary>
/// <param name="Value">Printed as right answers are, <c>32</c> for <c>32 × 32</c>; words as they stand.</param>
/// <param name="Mistakes">Ids of the known mistakes that give it.</param>
/// <param name="Example">The first.</param>
public sealed record ValueRead(string Value, Verdict Verdict, int Count, Sequence<string> Mistakes, PreviewExample Example);

/// <summary>Answers that were not judged, for one reason.</summary>
/// <param name="Verdict">Missing, unreadable or needs-review.</param>
/// <param name="Reason">That of the example.</param>
/// <param name="Varies">Whether the others' reason is the same but for numbers and words of the submission.</param>
/// <param name="Example">The first.</param>
public sealed record UnreadFor(Verdict Verdict, string Reason, bool Varies, int Count, PreviewExample Example);

/// <param name="File">Of the submission, in its folder.</param>
/// <param name="Found">What was read there, and where; null where nothing was.</param>
public sealed record PreviewExample(string File, Found? Found);

/// <summary>What looks wrong with the assignment.</summary>
/// <param name="Checks">Whose it is.</param>
/// <param name="Count">In how many submissions.</param>
/// <param name="Of">Of how many that could show it.</param>
/// <param name="Say">In a sentence or two.</param>
public sealed record PreviewFinding(PreviewSign Sign, Sequence<string> Checks, int Count, int Of, string Say);

/// <summary>What a finding is about.</summary>
public enum PreviewSign
{
    /// <summary>Parts have no text in most submissions.</summary>
    NoText,

    /// <summary>The part has text, and nothing in it was read for the check.</summary>
    NothingRead,

    /// <summary>One wrong value stands in many submissions.</summary>
    SharedWrongValue,

    /// <summary>Found, and in most submissions not read whole.</summary>
    Unreadable,

    /// <summary>Left to a person in most submissions.</summary>
    Review,
}
