using Grader.Cli.Files;
using Grader.Reference;
using Grader.Reports;

namespace Grader.Cli.Sealing;

/// <summary>What a student practises with: a handout with other inputs, and its assignment, sealed, with the key that opens it.</summary>
internal static class PracticeFolder
{
    /// <param name="output">A new folder; null for one beside, named by the assignment.</param>
    /// <param name="student">Whose variant it must differ from; null for nobody's alone.</param>
    /// <exception cref="GraderException">The assignment draws nothing, or nothing is left to ask; the folder exists.</exception>
    public static ExitCode Write(string assignment, string? output, string? student)
    {
        var root = ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder;
        var folder = CaseFolder.Folder(assignment, root);
        var source = new PlainCase(folder);
        var open = CaseFolder.Load(source, folder, student ?? "");
        if (!open.IsDrawn)
            throw new GraderException(ExitCode.WrongUsage, $"{open.Id} draws no inputs, so that a copy to practise with would be the assignment itself. Write what may differ as a draw in a question's \"inputs\" or \"engine\": {{ \"draw\": [3, 5, 7] }} or {{ \"draw\": {{ \"from\": 2, \"to\": 9 }} }}.");
        if (PracticeCase.Of(source, student ?? "", out var problems) is not { } practice)
        {
            throw new GraderException(ExitCode.WrongUsage, problems.Count > 0
                ? $"{open.Id}: no copy to practise with can be made, since what is left of it has problems:\n{string.Join('\n', problems.Items)}"
                : $"{open.Id}: no copy to practise with can be made, since all answers are the same with other inputs. Draw inputs that the answers depend on, from more values.");
        }
        output ??= $"{open.Id}-practice";
        if (File.Exists(output) || (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any()))
            throw new GraderException(ExitCode.WrongUsage, $"-o {output}: something stands there. Give a new folder.");

        Directory.CreateDirectory(output);
        var key = Path.Combine(output, "practice.key");
        KeyFile.WriteNew(key, "-o");
        const string otherwise = "cannot be written ({0}). Give another place.";
        AtomicFile.Write(Path.Combine(output, "practice.sealed"), SealedFile.Seal(SealableCase.Of(practice.Source, practice.Assignment, assignment).Packed, SealKey.Given(key)!), otherwise);
        AtomicFile.Write(Path.Combine(output, "handout.md"), MarkdownHandoutWriter.Write(Handout.Of(practice.Assignment)), otherwise);
        foreach (var left in practice.LeftOut)
            StandardError.WriteLine($"left out: {left}");
        StandardError.WriteLine($"{output}: {practice.Assignment.Questions.Items.SelectMany(question => question.Parts.Items).Sum(part => part.Checks.Count)} checks to practise with. A student grades there with `grader check --case practice.sealed --key-file practice.key handout.md`.");
        return ExitCode.Done;
    }
}
