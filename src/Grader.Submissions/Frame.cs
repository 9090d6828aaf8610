namespace Grader.Submissions;

/// <summary>
/// A stretch of the text whose lines are counted by themselves, as whoever wrote it sees them: a cell of a notebook, an output of one, a page, a file beside the submission.
/// It ends where the next begins.
/// </summary>
/// <param name="Line">Its first line in the document's text, 1-based.</param>
public sealed record Frame(int Line)
{
    /// <summary>1-based among the cells of the notebook; 0 where it is of no notebook.</summary>
    public int Cell { get; init; }

    /// <summary>1-based among the outputs of its cell; 0 for what is no output.</summary>
    public int Output { get; init; }

    /// <summary>1-based; 0 where there are no pages.</summary>
    public int Page { get; init; }

    /// <summary>Name of the file beside the submission; empty for the submission itself.</summary>
    public string File { get; init; } = "";

    /// <summary>What its first line counts as.</summary>
    public int First { get; init; } = 1;

    /// <summary>For people: <c>cell 3, output 1</c>.</summary>
    public string Say => File.Length > 0 ? File : Page > 0 ? $"page {Page}" : Output > 0 ? $"cell {Cell}, output {Output}" : $"cell {Cell}";
}
