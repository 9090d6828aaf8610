using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>What <c>grader.json</c> says.</summary>
/// <param name="Assignment">The default assignment's folder, relative to the file; null where none is named.</param>
/// <param name="Reports">Reports to write, <c>KIND=PATH</c>.</param>
/// <param name="Converters">By extension, in the order of the file.</param>
/// <param name="ConverterSeconds">How long a converter may take.</param>
public sealed record Configuration(string? Assignment, Sequence<string> Reports, Sequence<ConverterCommand> Converters, int ConverterSeconds)
{
    /// <summary>Where the file does not say it.</summary>
    public const int DefaultConverterSeconds = 30;
}

/// <summary>The program that makes text of a kind of file.</summary>
/// <param name="Extension">In lower case: <c>.pdf</c>.</param>
/// <param name="Command">The program, then its arguments; <c>{in}</c> in them is the file's path.</param>
public sealed record ConverterCommand(string Extension, Sequence<string> Command);

/// <param name="Configuration">Null where a problem leaves nothing to go by.</param>
public sealed record ConfigurationReading(Configuration? Configuration, Sequence<CaseProblem> Problems);

/// <summary>Reads <c>grader.json</c> as case files are read: all problems at once, each with its place.</summary>
public static class ConfigurationReader
{
    private const string Example = "Write the program and its arguments: [\"pdftotext\", \"-layout\", \"{in}\", \"-\"].";

    private static readonly string[] ReadAsTheyAre = [".md", ".markdown", ".txt", ".qmd", ".rmd", ".ipynb", ".zip", ".csv"];

    internal static readonly CaseShape Shape = new("configuration", "What grader does where the command line does not say it.", [
        new("$schema", false, CaseValues.Text, "Path of this schema, for editors."),
        new("assignment", false, CaseValues.Text, "The default assignment: its folder, relative to this file."),
        new("reports", false, CaseValues.Texts, "Reports written besides the one on standard output: json=PATH, junit=PATH and so on."),
        new("converters", false, CaseValues.Commands, "By extension, the program that makes text of such a submission, and its arguments; {in} is the file's path, standard output the text: { \".pdf\": [\"pdftotext\", \"-layout\", \"{in}\", \"-\"] }."),
        new("converterSeconds", false, CaseValues.PositiveInteger, "How long a converter may take; 30 where nothing is said."),
    ]);

    public static ConfigurationReading Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new ProblemList();
        Configuration? configuration = null;
        if (CaseTreeReader.Read(file, bytes, problems) is { } root && ObjectReader.Open(root, Shape, problems) is { } reader)
        {
            var assignment = reader.TextNode("assignment")?.Text;
            configuration = new(assignment, reader.Texts("reports").Select(text => text.Text).ToSequence(), Converters(reader), reader.Integer("converterSeconds", smallest: 1, Configuration.DefaultConverterSeconds));
        }
        return new(configuration, problems.InOrder([file]));
    }

    private static Sequence<ConverterCommand> Converters(ObjectReader reader)
    {
        var converters = new List<ConverterCommand>();
        foreach (var property in reader.Map("converters"))
        {
            var extension = property.Name.Text;
            if (!extension.StartsWith('.') || extension.Length < 2 || !extension.Skip(1).All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)))
                reader.Problems.Add(property.Name.Place, $"\"{extension}\" is no extension.", "Write it with its dot, in lower case: \".pdf\".");
            else if (ReadAsTheyAre.Contains(extension))
                reader.Problems.Add(property.Name.Place, $"\"{extension}\" is read as it is.", "Name converters for other kinds of file, such as \".pdf\".");
            else if (Command(property.Value, reader) is { } command)
                converters.Add(new(extension, command));
        }
        return converters.ToSequence();
    }

    private static Sequence<string>? Command(CaseNode node, ObjectReader reader)
    {
        if (node is not CaseList list)
        {
            reader.Problems.Add(node.Place, $"{node.Say} stands where a list is expected.", Example);
            return null;
        }
        var words = list.Items.Items.Select(reader.AsText).ToList();
        if (words.Contains(null))
            return null;
        if (words.Count == 0 || words[0]!.Text.Length == 0)
            reader.Problems.Add(node.Place, "The list names no program.", Example);
        else if (!words.Skip(1).Any(word => word!.Text.Contains("{in}", StringComparison.Ordinal)))
            reader.Problems.Add(node.Place, "No argument is {in}, so the program would not get the file.", Example);
        else
            return words.Select(word => word!.Text).ToSequence();
        return null;
    }
}
