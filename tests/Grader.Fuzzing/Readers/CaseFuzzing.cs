using Grader.Fuzzing.Driving;
using Grader.Grading;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Fuzzing.Readers;

/// <summary>Case files: <c>assignment.json</c>, questions, tables, bands and runs, all in one input.</summary>
/// <param name="cases">The folder <c>cases</c>.</param>
internal sealed class CaseFuzzing(string cases) : IFuzzedReader
{
    // Larger ones cost their time again with every child.
    private const int LargestSeed = 6_000;

    public string Name => "case";

    public long MostBytes => 500_000_000;

    public int ThoroughOneIn => 64;

    /// <summary>The words of the case files that there are, and what JSON is made of.</summary>
    public IReadOnlyList<string> Pieces { get; } =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"\"", "\\", "\\u0041", "\\n", "null", "true", "false", "//", "/*", "*/", "\n", "-1", "0", "1/3", "\"1/3\"", "[1, 2]", "[[1, 2], [3, 4]]", "{ \"csv\": \"t.csv\" }", "\n==== t.csv\nname,a\nx,1\n", "==== q.json\n", "\"$x\"", "{ \"draw\": [1, 2] }", "x + 1", "\"sum(x)\"", "é", "中", "\uFEFF",
        .. Directory.GetFiles(cases, "*.json", SearchOption.AllDirectories).Where(file => !file.Contains("schema")).SelectMany(file => File.ReadAllText(file).Split('"')).Where(word => word.Length is > 1 and < 40 && !word.Contains('\n')).Distinct().Order(StringComparer.Ordinal),
    ];

    public IEnumerable<byte[]> Seeds => Directory.GetFiles(cases, "assignment.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Bundle(Path.GetDirectoryName(file)!).Input).Where(input => input.Length < LargestSeed);

    public void Read(byte[] input, Traits traits, bool thorough)
    {
        var source = new FileBundle(input);
        var reading = CaseReader.Read(source, thorough ? "alice" : "");
        Promise.Hold((reading.Assignment is null) == (reading.Problems.Count > 0), "a case is read or has problems");
        CaseProblems.Hold(reading.Problems, source.Read, traits);
        if (reading.Assignment is { } assignment)
            HoldKey(assignment, traits);
        if (thorough)
            HoldRest(source, reading, traits);
    }

    /// <summary>A case without problems has an answer to each check.</summary>
    private static void HoldKey(Assignment assignment, Traits traits)
    {
        var key = AnswerKey.Of(assignment);
        foreach (var check in key.Questions.Items.SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items))
        {
            traits.Add("check", check.Check.Kind, check.Answer.GetType().Name);
            traits.Count("steps", check.Steps.Count);
            if (check.Answer is ValueAnswer value)
                traits.Add("value", value.Value.GetType().Name, value.Unit.Length > 0 ? "in a unit" : "");
        }
        foreach (var question in assignment.Questions)
            traits.Count("relabellings", question.Relabellings.Count);
        traits.Count("questions", assignment.Questions.Count);
    }

    private static void HoldRest(FileBundle source, CaseReading reading, Traits traits)
    {
        Promise.Hold(CaseReader.Read(source, "alice").Problems == reading.Problems, "the same files have the same problems twice");
        var lint = CaseReader.Lint(source, "alice");
        Promise.Hold(lint.Problems == reading.Problems, "lint finds the problems that reading finds");
        CaseProblems.Hold(lint.Notes, source.Read, traits);
        var migrated = CaseMigrator.Migrate(source);
        if (reading.Assignment is not { } assignment)
            return;
        AnswerKey.Of(assignment).WithMistakes();
        Handout.Of(assignment);
        SubmissionGrader.Grade(assignment, SubmissionReader.Read("x.md", "1a) 3", SubmissionGrader.ExpectedParts(assignment)), "");
        var files = source.Paths.Select(path => (path, source.Read(path)!.Value.ToArray())).ToDictionary();
        foreach (var file in migrated.Files)
            files[file.Path] = System.Text.Encoding.UTF8.GetBytes(file.Text);
        var after = CaseReader.Read(new FileBundle(files.Select(file => (file.Key, file.Value))), "alice");
        Promise.Hold(after.Problems.Count == 0, "a case that is migrated still reads", () => $"{after.Problems[0]}");
    }

    private static FileBundle Bundle(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".json", StringComparison.Ordinal) || (file.EndsWith(".csv", StringComparison.Ordinal) && new FileInfo(file).Length < 4000))
            .Where(file => !file.Contains("submissions"))
            .Select(file => (Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file))));
}
