using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>Something in a part that may answer a check.</summary>
/// <param name="Expression">What was read; null where it could not be read.</param>
/// <param name="Text">As written.</param>
/// <param name="Label">The words that stand with it.</param>
/// <param name="Context">The words that introduced it, nearest first.</param>
/// <param name="Order">Its rank in the text of the part.</param>
internal sealed record Answer(Statement Statement, Expression? Expression, string Text, Place Place, IReadOnlyList<string> Label, IReadOnlyList<IReadOnlyList<string>> Context, int Order)
{
    /// <summary>Why it could not be read whole, or what is empty in it; null where it was read.</summary>
    public string? Trouble { get; init; }

    /// <summary>Why it is no plain answer, whatever its value: "not halved"; null where it is one.</summary>
    public string? Reservation { get; init; }

    /// <summary>Another says it, or it is only asked, or it is what a number was before it changed: no answer where there is one of the student's own.</summary>
    public bool IsOthers => _isOthers ??= AsksWhose?.Invoke() ?? false;

    /// <summary>Finds out whether it is another's: of few answers it matters, and a sentence is long to look through.</summary>
    public Func<bool>? AsksWhose { get; init; }

    private bool? _isOthers;

    /// <summary>Its label says that it counts one of several, or what comes on top: a step on the way, where all is asked.</summary>
    public bool IsPortion => _isPortion ??= Portion.IsIn(Label);

    private bool? _isPortion;

    /// <summary>The members of its chain before the last, for the note on a false link.</summary>
    public Sequence<StatedMember> Chain { get; init; }

    /// <summary>Said to be about so much: "around 12 %".</summary>
    public bool Approximate { get; init; }

    /// <summary>The names that it stands under, as <see cref="NotationName"/> folds them: <c>delta_2</c> for <c>δ₂ = 0.1</c>.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The table that it is, where it is a whole one.</summary>
    public TableBlock? Block { get; init; }

    /// <summary>Which of the sections that answer its part it stands in, where the part is answered more than once; 0 otherwise.</summary>
    public int Section { get; init; }

    public Found Found => Found.At(Shorten(Text), Place);

    /// <summary>An answer is where it stands: two readings of one place are the same answer.</summary>
    public bool Equals(Answer? other) => other is not null && ReferenceEquals(Statement, other.Statement) && Place == other.Place;

    public override int GetHashCode() => Place.Start;

    private const int LongestShown = 400;

    private static string Shorten(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
}
