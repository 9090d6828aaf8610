using Grader.Reports;

namespace Grader.Cli.Files;

/// <summary>Where a report goes: <c>json=PATH</c>.</summary>
/// <param name="Path">A file, a folder, a pattern with <c>{name}</c>, or <c>-</c>.</param>
internal sealed record ReportTarget(string Kind, string Path)
{
    public bool IsStandardOutput => Path == "-";

    private string Extension => ReportFormats.Named(Kind)?.Extension ?? (Kind == "markdown" ? "md" : Kind);

    /// <summary>The file for one submission among several.</summary>
    /// <param name="stem">The submission's name, without its extension.</param>
    public string For(string stem, bool several)
    {
        if (Path.Contains("{name}", StringComparison.Ordinal))
            return Path.Replace("{name}", stem, StringComparison.Ordinal);
        if (System.IO.Path.EndsInDirectorySeparator(Path) || Directory.Exists(Path))
            return System.IO.Path.Combine(Path, $"{stem}.{Extension}");
        return several ? throw new GraderException(ExitCode.WrongUsage, $"--report {Kind}={Path}: several submissions need several files. Write {Kind}=folder/ or {Kind}=reports/{{name}}.{Extension}.") : Path;
    }

    /// <summary>Writes one text to its places, or to standard output where none is given.</summary>
    /// <param name="stem">File name without its extension, for a place that is a folder.</param>
    /// <param name="standard">The kind that standard output gets where no place is given.</param>
    public static void WriteAll(IReadOnlyCollection<ReportTarget> targets, string stem, string standard, Func<string, string> render)
    {
        if (targets.Count == 0)
            StandardOutput.Write(render(standard));
        foreach (var target in targets)
        {
            if (target.IsStandardOutput)
                StandardOutput.Write(render(target.Kind));
            else
                AtomicFile.Write(target.For(stem, several: false), render(target.Kind));
        }
    }

    /// <exception cref="GraderException">Not KIND=PATH, or no such kind.</exception>
    public static ReportTarget Parse(string text, IReadOnlyCollection<string> kinds)
    {
        var split = text.IndexOf('=');
        if (split <= 0 || split == text.Length - 1)
            throw new GraderException(ExitCode.WrongUsage, $"--report {text}: write KIND=PATH, such as json=out.json.");
        var kind = text[..split];
        return kinds.Contains(kind)
            ? new(kind, text[(split + 1)..])
            : throw new GraderException(ExitCode.WrongUsage, $"--report {text}: there is no report kind “{kind}”. There are: {string.Join(", ", kinds)}.");
    }
}
