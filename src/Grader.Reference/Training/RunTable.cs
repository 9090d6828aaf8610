using System.Globalization;
using System.Text;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Training;

/// <summary>What one run gave, by one definition of its measures.</summary>
/// <param name="TrainingAccuracy">In percent. NaN, as the other figures, where the run diverged; null where nobody measured it.</param>
/// <param name="Epoch">The epoch that the figures are of, from 1; the one it diverged in.</param>
/// <param name="Seconds">How long the run took.</param>
/// <param name="Recipe">Hash of the run's recipe; see <see cref="RecipeText.HashOfRun"/>.</param>
/// <param name="Data">Hash of the data it was trained on.</param>
public sealed record RunRow(PlannedRun Run, MeasureDefinition Definition, double? TrainingAccuracy, double? TestAccuracy, double? TrainingLoss, double? TestLoss, int Epoch, double Seconds, string Device, string Library, string Recipe, string Data)
{
    public bool Diverged => Enum.GetValues<Figure>().Any(figure => this[figure] is { } value && !double.IsFinite(value));

    public double? this[Figure figure] => figure switch
    {
        Figure.TrainingAccuracy => TrainingAccuracy,
        Figure.TestAccuracy => TestAccuracy,
        Figure.TrainingLoss => TrainingLoss,
        _ => TestLoss,
    };
}

/// <param name="Rows">Those that can be read.</param>
public sealed record RunTableReading(Sequence<RunRow> Rows, Sequence<CaseProblem> Problems);

/// <summary>The file of runs, <c>runs.csv</c>: a line a run and definition.</summary>
public static class RunTable
{
    public const string FileName = "runs.csv";

    internal static readonly string[] Definitions = ["final", "during-epoch", "best-epoch"];
    internal static readonly string[] Roles = ["band", "held-out", "variation"];

    private static readonly string[] Columns = ["variant", "variation", "role", "seed", "definition", "training-accuracy", "test-accuracy", "training-loss", "test-loss", "epoch", "seconds", "device", "library", "recipe", "data"];

    /// <summary>Equal rows give equal bytes, whatever their order was.</summary>
    public static string Write(IEnumerable<RunRow> rows)
    {
        var text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (var row in rows.OrderBy(row => row.Run.Role).ThenBy(row => row.Run.Variant, StringComparer.Ordinal).ThenBy(row => row.Run.Variation, StringComparer.Ordinal).ThenBy(row => row.Run.Seed).ThenBy(row => row.Definition))
        {
            string[] fields =
            [
                row.Run.Variant, row.Run.Variation, Roles[(int)row.Run.Role], Whole(row.Run.Seed), Definitions[(int)row.Definition],
                Number(row.TrainingAccuracy, 4), Number(row.TestAccuracy, 4), Number(row.TrainingLoss, 6), Number(row.TestLoss, 6),
                Whole(row.Epoch), Number(row.Seconds, 2), row.Device, row.Library, row.Recipe, row.Data,
            ];
            text.AppendJoin(',', fields.Select(Quoted)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a file of runs. Only <c>variant</c>, <c>seed</c> and one figure must be there, so that runs of other programs can be taken.</summary>
    public static RunTableReading Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new ProblemList();
        var rows = new List<RunRow>();
        if (SourceText.Decode(file, bytes, problems) is { } text)
        {
            var lines = CsvLines.Read(text, problems);
            if (lines.Count == 0)
                problems.Add(file, "The file is empty.", $"Its first line names the columns: {string.Join(", ", Columns)}.");
            else if (CheckHeader(lines[0].Place, [.. lines[0].Fields], problems))
                rows.AddRange(lines.Skip(1).Select(line => new RowReader([.. lines[0].Fields], [.. line.Fields], line.Place, problems).Read()).OfType<RunRow>());
        }

        foreach (var twice in rows.GroupBy(row => (row.Run.Variant, row.Run.Variation, row.Run.Seed, row.Definition)).Where(group => group.Count() > 1))
            problems.Add(file, $"The run {twice.First().Run} stands {twice.Count()} times by the definition {Definitions[(int)twice.Key.Definition]}.", "Keep one.");
        return new(rows.ToSequence(), problems.InOrder([file]));
    }

    private static bool CheckHeader(CasePlace place, string[] header, ProblemList problems)
    {
        var before = problems.Count;
        // Once for all: a line of ten thousand commas is a header too.
        string[] unused = [.. Columns.Except(header)];
        foreach (var column in header.Where(column => !Columns.Contains(column)))
            problems.Add(place, $"There is no column \"{column}\".", Suggestion.For(column, unused));
        foreach (var column in header.GroupBy(column => column).Where(group => group.Count() > 1))
            problems.Add(place, $"The column \"{column.Key}\" stands twice.", "Keep one.");
        foreach (var column in new[] { "variant", "seed" }.Except(header))
            problems.Add(place, $"The column \"{column}\" is missing.", "Add it.");
        if (!header.Intersect(Columns[5..9]).Any())
            problems.Add(place, "There is no figure.", $"Add one of the columns {string.Join(", ", Columns[5..9])}; accuracies are in percent.");
        return problems.Count == before;
    }

    /// <summary>A name of a device may hold a comma.</summary>
    private static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? number, int decimals) => number switch
    {
        null => "",
        { } finite when double.IsFinite(finite) => Math.Round(finite, decimals).ToString(CultureInfo.InvariantCulture),
        _ => "NaN",
    };

    private sealed class RowReader(string[] header, string[] fields, CasePlace place, ProblemList problems)
    {
        public RunRow? Read()
        {
            var before = problems.Count;
            var seed = Integer("seed", 0);
            var role = Choice("role", Roles, Field("variation").Length > 0 ? "variation" : "band");
            var run = new PlannedRun(Field("variant"), Field("variation"), (RunRole)role, seed);
            if (run.Variation.Length > 0 != (run.Role == RunRole.Variation))
                problems.Add(place, $"The role is {Roles[role]}, and the variation is {(run.Variation.Length == 0 ? "empty" : $"\"{run.Variation}\"")}.", "A run of a variation has the role \"variation\", and no other has.");
            var row = new RunRow(run, (MeasureDefinition)Choice("definition", Definitions, Definitions[0]), Figure("training-accuracy", 100), Figure("test-accuracy", 100), Figure("training-loss", double.MaxValue), Figure("test-loss", double.MaxValue), Integer("epoch", 0), Figure("seconds", double.MaxValue) ?? 0, Field("device"), Field("library"), Field("recipe"), Field("data"));
            return problems.Count == before ? row : null;
        }

        private string Field(string column) => Array.IndexOf(header, column) is >= 0 and var index ? fields[index] : "";

        private int Choice(string column, string[] names, string otherwise)
        {
            var text = Field(column).Length == 0 ? otherwise : Field(column);
            if (Array.IndexOf(names, text) is >= 0 and var index)
                return index;
            problems.Add(place, $"The {column} is \"{text}\".", Suggestion.For(text, names));
            return 0;
        }

        private int Integer(string column, int otherwise)
        {
            var text = Field(column);
            if (text.Length == 0 && column != "seed")
                return otherwise;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return number;
            problems.Add(place, $"The {column} is \"{text}\".", "Write a whole number.");
            return otherwise;
        }

        private double? Figure(string column, double largest)
        {
            var text = Field(column);
            if (text.Length == 0)
                return null;
            if (text is "NaN" or "nan")
                return double.NaN;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= largest)
                return number;
            problems.Add(place, $"The {column} is \"{text}\".", largest <= 100 ? "Write percent, from 0 to 100; NaN for a run that diverged." : "Write a number from 0 on; NaN for a run that diverged.");
            return double.NaN;
        }
    }
}
