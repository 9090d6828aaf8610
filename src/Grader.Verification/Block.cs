namespace Grader.Verification;

internal enum BlockKind
{
    Prose,
    Formula,
    Table,
    Code,
    Label,

    /// <summary>What stands as it is, whatever the noise: front matter, HTML.</summary>
    Raw,
}

/// <summary>What stands between two blank lines.</summary>
internal sealed record Block(BlockKind Kind, string Text)
{
    public static Block Prose(string text) => new(BlockKind.Prose, text);
}
