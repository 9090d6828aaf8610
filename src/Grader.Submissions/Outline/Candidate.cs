using Grader.Submissions.Blocks;

namespace Grader.Submissions.Outline;

/// <summary>A line that may be the label of a question or part.</summary>
/// <param name="Block">Index of its block.</param>
/// <param name="Line">Index of its line in the block.</param>
/// <param name="Start">Where the label as written starts, marks included.</param>
/// <param name="Level">Of a heading; otherwise 0.</param>
/// <param name="WholeLine">A heading, or a bold line of its own: all of it is the label.</param>
internal sealed record Candidate(int Block, int Line, int Start, int LineEnd, int Level, bool WholeLine, Label Label);

/// <summary>What a section covers: the blocks from one label to the next.</summary>
/// <param name="Heading">Its label, as offsets.</param>
internal sealed record Stretch(string? Question, string? Part, TextLine Heading, List<Block> Blocks);
