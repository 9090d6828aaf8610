using Grader.Fuzzing.Driving;

namespace Grader.Fuzzing.Readers;

/// <summary>Every reader of what others write. A new one is a line here. Printing is apart: it still breaks its promise for formulas that nobody writes.</summary>
internal static class FuzzedReaders
{
    public static IEnumerable<IFuzzedReader> All() =>
    [
        new FormulaFuzzing(isPrinted: false),
        new ComparisonFuzzing(),
        new SubmissionFuzzing(CaseFolders.Of("hw5"), isConverted: false),
        new SubmissionFuzzing(CaseFolders.Of("hw5"), isConverted: true),
        new NotebookFuzzing(),
        new CaseFuzzing(CaseFolders.Root),
        new CsvFuzzing(),
        new ConfigurationFuzzing(),
        new ArchiveFuzzing(),
    ];

    public static IFuzzedReader? Named(string name) => All().Append(new FormulaFuzzing(isPrinted: true)).FirstOrDefault(reader => reader.Name == name);
}
