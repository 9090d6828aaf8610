using Grader.Fuzzing.Driving;
using Grader.Reference;

namespace Grader.Fuzzing.Readers;

/// <summary><c>grader.json</c>.</summary>
internal sealed class ConfigurationFuzzing : IFuzzedReader
{
    private const string FileName = "grader.json";

    public string Name => "configuration";

    public long MostBytes => 50_000_000;

    public IReadOnlyList<string> Pieces { get; } =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0041", "\\ud835", "\\q", "null", "true", "false", "//", "/*", "*/", "\n", "\r\n", "\r", "-1", "0", "1", "1e9", "1.5", "99999999999", "\"assignment\": \"cases/hw5\"", "\"reports\": [\"json=x\"]", "\"converters\": { \".pdf\": [\"pdftotext\", \"{in}\"] }", "\"converterSeconds\": 30", "\"$schema\": \"\"",
        "\".pdf\"", "\".md\"", "\"{in}\"", "'", "é", "中", "\uFEFF", "\0", "\u2028", "tru", "name: ", "+5", ".5", "\"\"", ".docx",
    ];

    public void Read(byte[] input, Traits traits, bool thorough)
    {
        var reading = ConfigurationReader.Read(FileName, input);
        Promise.Hold(reading.Configuration is not null || reading.Problems.Count > 0, "a configuration is read or has problems");
        CaseProblems.Hold(reading.Problems, _ => input, traits);
        if (reading.Configuration is { } configuration && reading.Problems.Count == 0)
        {
            traits.Count("reports", configuration.Reports.Count);
            traits.Count("converters", configuration.Converters.Count);
            traits.Count("seconds", configuration.ConverterSeconds);
            Promise.Hold(configuration.ConverterSeconds >= 1, "a converter has time");
            foreach (var converter in configuration.Converters)
                Promise.Hold(converter.Extension.StartsWith('.') && converter.Command.Count > 1 && converter.Command[0].Length > 0, "a converter has an extension and a program", () => $"{converter}");
        }
        if (thorough)
            Promise.Hold(ConfigurationReader.Read(FileName, input) == reading, "the same bytes are read the same twice");
    }
}
