namespace Grader.Cli.Intake;

/// <summary>The one submission among the files of a folder or an archive. What is not plain is told, never guessed.</summary>
/// <param name="AnswersFile">The file of answers beside it, or null.</param>
/// <param name="SetAside">Paths of other files that a submission may be, and that are not read.</param>
internal sealed record SubmissionChoice(SubmissionEntry Submission, SubmissionEntry? AnswersFile, IReadOnlyList<string> SetAside)
{
    private const int Markdown = 0;
    private const int Notebook = 1;
    private const int Converted = 2;
    private const int PlainText = 3;
    private const int Aside = 4;
    private const int Unreadable = 5;

    private const int MostNamed = 3;

    // Of two files of one name, the first: what is knitted holds the results of its source.
    private static readonly string[] MarkdownExtensions = [".md", ".markdown", ".qmd", ".rmd"];

    private static readonly string[] Documents = [".pdf", ".docx", ".doc", ".odt", ".rtf", ".tex", ".html", ".htm", ".pages", ".pptx"];

    private static readonly string[] Archives = [".zip", ".tar", ".gz", ".tgz", ".7z", ".rar", ".xz", ".bz2"];

    /// <param name="entries">In any order; those that are of no student are passed over.</param>
    /// <param name="shown">The folder or archive, for messages.</param>
    /// <param name="kind"><c>folder</c> or <c>archive</c>.</param>
    /// <param name="isConverted">Whether a converter is named for an extension.</param>
    /// <exception cref="GraderException">There is none, or more than one.</exception>
    public static SubmissionChoice Among(IReadOnlyList<SubmissionEntry> entries, string shown, string kind, Func<string, bool> isConverted)
    {
        var files = entries.Where(entry => !SubmissionEntry.IsOfNoStudent(entry.Path)).OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
        var ranked = files.Select(entry => (Entry: entry, Rank: RankOf(entry, isConverted))).Where(item => item.Rank is not null).ToList();
        // What lies deeper belongs to what lies above it.
        var readable = ranked.Where(item => item.Rank < Aside).ToList();
        var depth = readable.Count > 0 ? readable.Min(item => item.Entry.Depth) : 0;
        var candidates = readable.Where(item => item.Entry.Depth == depth).ToList();
        var unreadable = ranked.Where(item => item.Rank == Unreadable).ToList();
        if (candidates.Count == 0 && unreadable.Count == 0)
        {
            candidates = ranked.Where(item => item.Rank == Aside).ToList();
            candidates = candidates.FindAll(item => item.Entry.Depth == candidates.Min(other => other.Entry.Depth) && item.Entry.Extension is ".md" or ".txt");
        }
        if (candidates.Count == 0)
            throw None(files, unreadable.ConvertAll(item => item.Entry), shown, kind);

        var best = candidates.Where(item => item.Rank == candidates.Min(other => other.Rank)).Select(item => item.Entry).ToList();
        var chosen = best.OrderBy(entry => Array.IndexOf(MarkdownExtensions, entry.Extension)).First();
        if (best.Exists(entry => entry != chosen && (entry.Stem != chosen.Stem || entry.Folder != chosen.Folder || entry.Extension == chosen.Extension)))
            throw Several(best, shown, kind);
        return new(chosen, AnswersBeside(chosen, files), [.. candidates.Concat(unreadable).Select(item => item.Entry).Where(entry => entry != chosen).Select(entry => entry.Path)]);
    }

    /// <summary>Whether a file among those of many students may be one's submission, readable or not: a document or an archive.</summary>
    public static bool MayBeSubmission(string name, Func<string, bool> isConverted)
    {
        var entry = new SubmissionEntry(name, static () => []);
        return Archives.Contains(entry.Extension) || RankOf(entry, isConverted) is not (null or Aside);
    }

    /// <returns>Null for what is no document: images, data, programs.</returns>
    private static int? RankOf(SubmissionEntry entry, Func<string, bool> isConverted)
    {
        var extension = entry.Extension;
        if (entry.Stem.StartsWith("README", StringComparison.OrdinalIgnoreCase) || entry.Stem.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase) || entry.Name is "requirements.txt" or "CMakeLists.txt")
            return extension is ".md" or ".markdown" or ".txt" or "" ? Aside : null;
        if (MarkdownExtensions.Contains(extension))
            return Markdown;
        if (extension == ".ipynb")
            return Notebook;
        if (isConverted(extension))
            return Converted;
        if (extension == ".txt")
            return PlainText;
        return Documents.Contains(extension) ? Unreadable : null;
    }

    private static SubmissionEntry? AnswersBeside(SubmissionEntry chosen, List<SubmissionEntry> files) =>
        files.Find(entry => entry.Folder == chosen.Folder && entry.Name == $"{chosen.Stem}.answers.csv") ?? files.Find(entry => entry.Folder == chosen.Folder && entry.Name == "answers.csv");

    private static GraderException None(List<SubmissionEntry> files, List<SubmissionEntry> unreadable, string shown, string kind)
    {
        if (unreadable.Count > 0)
            return new(ExitCode.UnreadableSubmission, $"{shown}: of what this {kind} holds, {Names(unreadable)} may be the submission, and no converter for {unreadable[0].Extension} is named. {SubmissionFile.NameAConverter(unreadable[0].Extension)}");
        if (files.Find(entry => Archives.Contains(entry.Extension)) is { } archive)
            return new(ExitCode.UnreadableSubmission, $"{shown}: this {kind} holds no submission, but another archive ({archive.Path}). {(kind == "folder" ? "Give that archive itself." : "An archive inside an archive is not opened: hand in the files.")}");
        return new(ExitCode.NothingToGrade, $"{shown}: this {kind} holds no submission ({string.Join(", ", MarkdownExtensions)}, .ipynb, .txt). {(kind == "folder" ? "Give the file itself." : "Put the file itself into it.")}");
    }

    private static GraderException Several(List<SubmissionEntry> best, string shown, string kind) =>
        new(ExitCode.WrongUsage, $"{shown}: this {kind} holds {best.Count} submissions ({Names(best)}). {(kind == "folder" ? $"Give the files themselves: grader check {Path.Combine(shown, best[0].Path)}" : "Leave one in it, or give the files themselves.")}");

    private static string Names(List<SubmissionEntry> entries) => string.Join(", ", entries.Take(MostNamed).Select(entry => entry.Path)) + (entries.Count > MostNamed ? " …" : "");
}
