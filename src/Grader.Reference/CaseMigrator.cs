using System.Globalization;
using System.Text;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>An assignment's files brought to the current version of their format.</summary>
/// <param name="From">The version they have; the current one where it cannot be read.</param>
/// <param name="Files">Those that change. The one that says the version is the last, so that who is interrupted in writing them can begin again.</param>
/// <param name="Problems">Why nothing is changed; empty where nothing stands in the way.</param>
public sealed record MigratedCase(int From, int To, Sequence<MigratedFile> Files, Sequence<CaseProblem> Problems);

/// <param name="Path">In the assignment's folder.</param>
/// <param name="Text">All of it, with its byte order mark where it had one.</param>
/// <param name="Changes">Each with line and column: <c>57:51: "accepted" is now "alternatives".</c></param>
public sealed record MigratedFile(string Path, string Text, Sequence<string> Changes);

/// <summary>Rewrites case files of an older format, at the places that changed and nowhere else. Files of older formats are read as well; this spares people the older words.</summary>
public static class CaseMigrator
{
    public static MigratedCase Migrate(ICaseSource source)
    {
        var problems = new ProblemList();
        var folder = new CaseFolder(source, problems);
        if (AssignmentReader.Open(folder, out var format) is not { } assignment)
            return new(format, CaseMigrations.Current, [], problems.InOrder([AssignmentReader.FileName]));
        var names = assignment.Texts("questions").DistinctBy(name => name.Text).ToList();
        var files = new List<MigratedFile>();
        if (format < CaseMigrations.Current)
        {
            foreach (var name in names)
            {
                if (folder.Read(name) is { } bytes)
                    files.Add(Rewrite(name.Text, bytes, CaseMigrations.Since(format).Select(migration => migration.Edits), problems));
            }

            if (assignment.Node("format") is CaseNumber version)
                files.Add(Rewrite(AssignmentReader.FileName, folder.Read(AssignmentReader.FileName)!.Value, [_ => [new(version, Current(version))]], problems));
        }

        var changed = problems.Count == 0 ? files.Where(file => file.Changes.Count > 0).ToSequence() : [];
        return new(format, CaseMigrations.Current, changed, problems.InOrder([AssignmentReader.FileName, .. names.Select(name => name.Text)]));
    }

    private static CaseNumber Current(CaseNumber version) => version with { Value = CaseMigrations.Current, Written = CaseMigrations.Current.ToString(CultureInfo.InvariantCulture) };

    private static MigratedFile Rewrite(string path, ReadOnlyMemory<byte> bytes, IEnumerable<Func<CaseNode, IEnumerable<CaseEdit>>> steps, ProblemList problems)
    {
        var mark = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? "\uFEFF" : "";
        var changes = new List<string>();
        var before = problems.Count;
        var text = "";
        foreach (var edits in steps)
        {
            if (CaseTreeReader.Read(path, bytes.Span, problems) is not { } root || problems.Count > before || SourceText.Decode(path, bytes.Span, problems) is not { } source)
                break;
            var made = edits(root).ToList();
            changes.AddRange(made.Select(edit => edit.Say));
            text = CaseEdit.Make(made, source);
            bytes = Encoding.UTF8.GetBytes(text);
        }

        return new(path, mark + text, changes.ToSequence());
    }
}
