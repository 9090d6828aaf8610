using Grader.Classroom.Review;
using Grader.Mathematics;

namespace Grader.Classroom.Statistics;

/// <summary>What the results of a class say of the class, of the assignment, and of its key.</summary>
/// <param name="Submissions">How many there are.</param>
/// <param name="Graded">Those that could be.</param>
/// <param name="Points">What is sure.</param>
/// <param name="Checks">In the order of the assignment.</param>
/// <param name="Mistakes">Diagnosed, the most frequent first.</param>
/// <param name="WrongValues">Wrong answers of one value, the most frequent first.</param>
/// <param name="Unread">What was not read, or left to a person, the most frequent first.</param>
/// <param name="Alike">Pairs of submissions that share more rare wrong answers than chance explains, the least likely first.</param>
public sealed record ClassStatistics(
    string Assignment,
    string Title,
    string Key,
    int Submissions,
    int Graded,
    PointsDistribution Points,
    Sequence<CheckStatistics> Checks,
    Sequence<MistakeShare> Mistakes,
    Sequence<WrongValue> WrongValues,
    Sequence<UnreadShare> Unread,
    Sequence<AlikePair> Alike)
{
    /// <summary>Of people who decided on the same answers.</summary>
    public Sequence<ReviewAgreement> Agreement { get; init; }
}

/// <param name="Max">Points that can be had.</param>
/// <param name="Deviation">Of the sample; 0 where there is one.</param>
/// <param name="Tenths">How many have up to a tenth of the points, more than that up to two tenths, and so on.</param>
public sealed record PointsDistribution(double Max, double Mean, double Deviation, double Least, double LowerQuartile, double Median, double UpperQuartile, double Most, double MeanPending, Sequence<int> Tenths);

/// <param name="Kind">Of the check: <c>number</c>.</param>
/// <param name="Judged">Answers that were judged, the missing ones with them; the others are for a person.</param>
/// <param name="Right">Of those, correct or carried forward.</param>
/// <param name="Discrimination">Point-biserial correlation of being right with the points of all other checks, −1 to 1; null where all or none are right.</param>
public sealed record CheckStatistics(string Id, string Kind, string Ask, int Judged, int Right, int Partial, int Wrong, int Missing, int Pending, double? Discrimination)
{
    /// <summary>Share of right answers among those judged: the smaller, the more difficult; null where none was judged.</summary>
    public double? Ease => Judged == 0 ? null : (double)Right / Judged;
}

/// <param name="Count">Submissions in which it was made.</param>
/// <param name="Say">As the assignment says it.</param>
public sealed record MistakeShare(string Question, string Id, string Say, int Count, Sequence<string> Checks);

/// <param name="Of">Answers to the check that were read.</param>
/// <param name="Mistakes">Known mistakes that give it; none where nobody can explain it.</param>
/// <param name="Example">Name of a submission.</param>
/// <param name="IsSuspicious">So many share it that the key or a label may be wrong.</param>
public sealed record WrongValue(string Check, string Value, string Expected, int Count, int Of, Sequence<string> Mistakes, string Example, bool IsSuspicious);

/// <param name="Verdict"><c>unreadable</c> or <c>needs-review</c>.</param>
/// <param name="Kind">Of the check.</param>
/// <param name="Reason">Of the example; the others' may have other numbers and words of the submission in it.</param>
public sealed record UnreadShare(string Verdict, string Kind, string Reason, int Count, Sequence<string> Checks, string Example);

/// <param name="Shared">What both got wrong in the same way, and few others.</param>
/// <param name="Chance">That two who work alone share as many.</param>
/// <param name="Expected">Pairs so alike that chance alone gives in a class of this size.</param>
public sealed record AlikePair(string One, string Other, Sequence<string> Shared, double Chance, double Expected);
