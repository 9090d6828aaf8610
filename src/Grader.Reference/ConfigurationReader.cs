using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>What <c>grader.json</c> says.</summary>
/// <param name="Assignment">The default assignment's folder, relative to the file; null where none is named.</param>
/// <param name="Reports">Reports to write, <c>KIND=PATH</c>.</param>
public sealed record Configuration(string? Assignment, Sequence<string> Reports);

/// <param name="Configuration">Null where a problem leaves nothing to go by.</param>
public sealed record ConfigurationReading(Configuration? Configuration, Sequence<CaseProblem> Problems);

/// <summary>Reads <c>grader.json</c> as case files are read: all problems at once, each with its place.</summary>
public static class ConfigurationReader
{
    internal static readonly CaseShape Shape = new("configuration", "What grader does where the command line does not say it.", [
        new("$schema", false, CaseValues.Text, "Path of this schema, for editors."),
        new("assignment", false, CaseValues.Text, "The default assignment: its folder, relative to this file."),
        new("reports", false, CaseValues.Texts, "Reports written besides the one on standard output: json=PATH or text=PATH."),
    ]);

    public static ConfigurationReading Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new ProblemList();
        Configuration? configuration = null;
        if (CaseTreeReader.Read(file, bytes, problems) is { } root && ObjectReader.Open(root, Shape, problems) is { } reader)
        {
            var assignment = reader.TextNode("assignment")?.Text;
            configuration = new(assignment, reader.Texts("reports").Select(text => text.Text).ToSequence());
        }
        return new(configuration, problems.InOrder([file]));
    }
}
