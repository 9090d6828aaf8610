using Grader.Submissions.Blocks;

namespace Grader.Submissions.Outline;

/// <summary>What a line is that divides a submission.</summary>
internal enum CandidateKind
{
    Label,

    /// <summary><c>Answer:</c>, without saying to what.</summary>
    Answer,

    /// <summary>An appendix, a list of references: what no question stands under.</summary>
    Aside,

    /// <summary>A table of contents.</summary>
    Contents,

    /// <summary>An introduction, a conclusion.</summary>
    Chapter,
}

/// <summary>A line that may be the label of a question or part.</summary>
/// <param name="Block">Index of its block.</param>
/// <param name="Line">Index of its line in the block.</param>
/// <param name="Start">Where the label as written starts, marks included.</param>
/// <param name="Level">Of a heading; otherwise 0.</param>
/// <param name="WholeLine">A heading, or a bold line of its own: all of it is the label.</param>
internal sealed record Candidate(int Block, int Line, int Start, int LineEnd, int Level, bool WholeLine, Label Label)
{
    public CandidateKind Kind { get; init; }

    /// <summary>It stands in a block quote.</summary>
    public bool IsQuoted { get; init; }
}

/// <summary>What a section covers: the blocks from one label to the next.</summary>
/// <param name="Heading">Its label, as offsets.</param>
/// <param name="IsAside">An appendix, a list of references, a table of contents.</param>
internal sealed record Stretch(string? Question, string? Part, TextLine Heading, List<Block> Blocks, bool IsAside);
