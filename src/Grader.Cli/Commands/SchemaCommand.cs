using System.CommandLine;
using Grader.Cli.Files;
using Grader.Reference;

namespace Grader.Cli.Commands;

/// <summary><c>grader schema</c>: the JSON Schemas of case files and of <c>grader.json</c>, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "assignment, question or grader; none: the names there are.", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string?>("-o", "--output") { Description = "Write all of them into this folder.", HelpName = "DIR" };
        var command = new Command("schema", "Print the JSON Schemas of case files and of grader.json.") { name, folder };
        command.SetAction(parsed => (int)Run(parsed.GetValue(name), parsed.GetValue(folder)));
        return command;
    }

    private static ExitCode Run(string? name, string? folder)
    {
        if (folder is not null)
        {
            foreach (var (file, text) in CaseSchema.All)
                AtomicFile.Write(Path.Combine(folder, file), text);
            return ExitCode.Done;
        }
        if (name is null)
        {
            StandardOutput.Write(string.Concat(CaseSchema.All.Items.Select(schema => NameOf(schema.File) + "\n")));
            return ExitCode.Done;
        }
        var found = CaseSchema.All.Items.FirstOrDefault(schema => NameOf(schema.File) == name);
        if (found.Text is null)
            throw new GraderException(ExitCode.WrongUsage, $"There is no schema “{name}”. There are: {string.Join(", ", CaseSchema.All.Items.Select(schema => NameOf(schema.File)))}.");
        StandardOutput.Write(found.Text);
        return ExitCode.Done;
    }

    private static string NameOf(string file) => file[..file.IndexOf('.', StringComparison.Ordinal)];
}
