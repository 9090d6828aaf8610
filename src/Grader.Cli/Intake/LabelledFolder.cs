using Grader.Mathematics;
using Grader.Reference;
using Grader.Verification;

namespace Grader.Cli.Intake;

/// <summary>A folder of submissions that people graded: beside <c>NAME.md</c> (or whatever a submission is) stands <c>NAME.expected.csv</c>.</summary>
internal static class LabelledFolder
{
    private const string Ending = ".expected.csv";
    private const int MostBytes = 1024 * 1024;

    /// <returns>By name of the submission, the verdicts that a person allows.</returns>
    /// <exception cref="GraderException">All problems of the files of verdicts, at once.</exception>
    public static IReadOnlyDictionary<string, Sequence<HumanVerdict>> Verdicts(SubmissionPile pile, Assignment assignment)
    {
        var problems = new List<CaseProblem>();
        var verdicts = new Dictionary<string, Sequence<HumanVerdict>>(StringComparer.Ordinal);
        var stems = pile.Names.ToLookup(name => SubmissionFile.StemOf(pile.PathOf(name)), StringComparer.Ordinal);
        foreach (var group in stems)
        {
            var file = pile.PathOf(group.Key + Ending);
            if (group.Count() > 1)
                problems.Add(new(pile.PathOf(group.First()), 0, 0, $"{string.Join(" and ", group)} are of one name, and {group.Key}{Ending} can be the file of one of them only.", "Rename one, or take it out."));
            else if (!File.Exists(file))
                problems.Add(new(pile.PathOf(group.First()), 0, 0, $"There is no {group.Key}{Ending} beside it.", "Write what a person allows to be said of it: check,allowed, then a row for each check, such as 1a.width,correct|needs-review. Or take the submission out."));
            else if (Read(file, problems) is { } bytes)
            {
                var reading = HumanVerdicts.Read(file, bytes, assignment);
                verdicts[group.First()] = reading.Verdicts;
                problems.AddRange(reading.Problems.Items);
            }
        }
        foreach (var file in Directory.EnumerateFiles(pile.Folder, "*" + Ending).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).Where(file => !file.StartsWith('.') && !stems.Contains(file[..^Ending.Length])))
            problems.Add(new(pile.PathOf(file), 0, 0, $"There is no submission {file[..^Ending.Length]} beside it.", $"Put {file[..^Ending.Length]}.md (or .ipynb, .zip, a folder of this name) there, or take this file out."));
        return problems.Count == 0
            ? verdicts
            : throw new GraderException(ExitCode.WrongCase, string.Join('\n', problems.Select(problem => problem.ToString()).Append($"{problems.Count} problem{(problems.Count == 1 ? "" : "s")} in {pile.Folder}; nothing was graded.")));
    }

    private static byte[]? Read(string file, List<CaseProblem> problems)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length <= MostBytes)
                return BoundedBytes.Read(stream, file, MostBytes);
            problems.Add(new(file, 0, 0, $"Larger than {MostBytes / 1024 / 1024} MiB.", "A file of verdicts has a short row a check."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file, 0, 0, $"It cannot be read ({error.Message.TrimEnd('.')}).", "Check its permissions."));
        }
        return null;
    }
}
