using Grader.Reference.Cases;
using Grader.Reference.Training;

namespace Grader.Reference;

/// <summary>A file of an assignment.</summary>
/// <param name="Path">Relative to its folder, as <see cref="CasePath"/> writes it.</param>
public sealed record CaseFile(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// What an assignment consists of: its case files, every file that one of them names, whoever's variant names it, and what its training made. Not what else lies in its
/// folder: submissions, rosters, drafts.
/// </summary>
public static class CaseContents
{
    private static readonly string[] OfTraining = [TrainedBands.FileName, RunTable.FileName, ReferenceCurves.FileName];

    /// <param name="source">An assignment that <see cref="CaseReader"/> reads without a problem.</param>
    /// <returns>In ordinal order of their paths.</returns>
    public static IReadOnlyList<CaseFile> Of(ICaseSource source)
    {
        var found = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var unread = new Queue<string>();
        Take(AssignmentReader.FileName);
        while (unread.TryDequeue(out var path))
        {
            foreach (var text in Texts(path, found[path]))
                Take(text);
        }

        foreach (var runs in CaseReader.Read(source).Assignment?.Questions.Items.Select(question => question.Training).OfType<ReferenceRuns>() ?? [])
        {
            foreach (var name in OfTraining)
                Take($"{runs.Recipe.Folder}/{name}");
        }

        return [.. found.Select(file => new CaseFile(file.Key, file.Value))];

        void Take(string name)
        {
            if (CasePath.Of(name) is not { } path || found.ContainsKey(path) || source.Read(path) is not { } bytes)
                return;
            found[path] = bytes;
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                unread.Enqueue(path);
        }
    }

    private static IEnumerable<string> Texts(string path, ReadOnlyMemory<byte> bytes) =>
        CaseTreeReader.Read(path, bytes.Span, new ProblemList()) is { } root ? Texts(root) : [];

    private static IEnumerable<string> Texts(CaseNode node) => node switch
    {
        CaseText text => [text.Text],
        CaseList list => list.Items.Items.SelectMany(Texts),
        CaseObject content => content.Properties.Items.SelectMany(property => Texts(property.Value)),
        _ => [],
    };
}
