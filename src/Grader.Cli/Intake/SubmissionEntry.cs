namespace Grader.Cli.Intake;

/// <summary>A file in a folder or an archive.</summary>
/// <param name="Path">Relative to it, with <c>/</c> between folders. It is shown, and compared, and never made a path on disk.</param>
/// <param name="Read">Its bytes, bounded.</param>
internal sealed record SubmissionEntry(string Path, Func<byte[]> Read)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path[..(Path.LastIndexOf('/') + 1)];

    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Name);

    /// <summary>In lower case: <c>.md</c>.</summary>
    public string Extension => System.IO.Path.GetExtension(Name).ToLowerInvariant();

    public int Depth => Path.Count(character => character == '/');

    /// <summary>What systems and editors put beside a file: <c>.git</c>, <c>.DS_Store</c>, <c>__MACOSX</c>, <c>.ipynb_checkpoints</c>.</summary>
    public static bool IsOfNoStudent(string path) =>
        path.Split('/').Any(segment => (segment.StartsWith('.') && segment is not ("." or "..")) || segment is "__MACOSX" or "__pycache__" or "node_modules" or "venv" or "Thumbs.db" or "desktop.ini" || segment.StartsWith("~$", StringComparison.Ordinal));
}
