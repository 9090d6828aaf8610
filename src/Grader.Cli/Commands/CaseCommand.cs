using System.CommandLine;
using Grader.Cli.Files;
using Grader.Reference;

namespace Grader.Cli.Commands;

/// <summary><c>grader case lint|test|preview|verify|new|migrate</c>: case files, checked, tried out, begun and brought to the current format.</summary>
internal static class CaseCommand
{
    public static Command Create()
    {
        var assignment = AssignmentArguments.Assignment();
        var student = AssignmentArguments.Student();
        var keyFile = AssignmentArguments.KeyFile();
        var lint = new Command("lint", "Tell all problems of an assignment's files, with file, line, column and advice.") { assignment, student, keyFile };
        lint.SetAction(parsed => (int)Lint(parsed.GetRequiredValue(assignment), parsed.GetValue(student) ?? "", parsed.GetValue(keyFile)));

        var folder = new Argument<string>("NAME") { Description = "Its id, for a folder of that name in cases/; or the path of a new folder." };
        var begin = new Command("new", "Write a small assignment that passes lint, to begin with.") { folder };
        begin.SetAction(parsed => (int)New(parsed.GetRequiredValue(folder)));

        var migrate = new Command("migrate", "Rewrite an assignment's files of an older format in the current one, in place; comments and layout stay.") { assignment };
        migrate.SetAction(parsed => (int)Migrate(parsed.GetRequiredValue(assignment)));

        return new("case", "Check the files of an assignment, measure how often they judge wrongly, try them on past submissions, compare their keys with a second implementation, begin a new one, or bring one to the current format.") { lint, CaseTestCommand.Create(), CasePreviewCommand.Create(), CaseVerifyCommand.Create(), begin, migrate };
    }

    private static ExitCode Lint(string assignment, string student, string? keyFile)
    {
        var configuration = ConfigurationFile.Find(Directory.GetCurrentDirectory());
        var (source, shown) = CaseFolder.Open(assignment, configuration.Folder, isPath: true, keyFile);
        var reading = CaseReader.Lint(source, student);
        foreach (var problem in reading.Problems)
            StandardError.WriteLine(Path.Combine(shown, problem.ToString()));
        foreach (var note in reading.Notes)
            StandardOutput.Write($"note: {Path.Combine(shown, note.ToString())}\n");
        if (reading.Assignment is not { } read)
            return ExitCode.WrongCase;
        var checks = read.Questions.Items.SelectMany(question => question.Parts.Items).Sum(part => part.Checks.Count);
        StandardOutput.Write($"{read.Id}: {read.Questions.Count} questions, {checks} checks, no problems.\n");
        return ExitCode.Done;
    }

    private static ExitCode Migrate(string assignment)
    {
        var shown = CaseFolder.Folder(assignment, ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder);
        var migrated = CaseMigrator.Migrate(new PlainCase(shown));
        foreach (var problem in migrated.Problems)
            StandardError.WriteLine(Path.Combine(shown, problem.ToString()));
        if (migrated.Problems.Count > 0)
            return ExitCode.WrongCase;
        foreach (var file in migrated.Files)
        {
            AtomicFile.Write(Path.Combine(shown, file.Path), file.Text);
            StandardOutput.Write(string.Concat(file.Changes.Items.Select(change => $"{Path.Combine(shown, file.Path)}:{change}\n")));
        }

        StandardOutput.Write(migrated.Files.Count > 0 ? $"{shown}: format {migrated.From} is now {migrated.To}.\n" : $"{shown}: of format {migrated.To} already; nothing to change.\n");
        return ExitCode.Done;
    }

    private static ExitCode New(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
            throw new GraderException(ExitCode.WrongUsage, "The name is empty. Use letters, digits and hyphens: grader case new hw6.");
        var cases = Path.Combine(ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder, "cases");
        if (Path.GetFileName(folder) == folder && Directory.Exists(cases))
            folder = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(cases, folder));
        if (Path.Exists(folder))
            throw new GraderException(ExitCode.WrongUsage, $"{folder}: this exists already. Give a new folder.");
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new GraderException(ExitCode.WrongUsage, $"{name}: no name for an assignment. Use letters, digits and hyphens.");
        foreach (var (path, text) in CaseScaffold.Files(name))
            AtomicFile.Write(Path.Combine(folder, path), text);
        StandardOutput.Write($"{folder}: written. Change it, and see `grader case lint {folder}`.\n");
        return ExitCode.Done;
    }
}
