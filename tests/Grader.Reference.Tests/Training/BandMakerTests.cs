using Grader.Mathematics;
using Grader.Reference.Cases;
using Grader.Reference.Training;

namespace Grader.Reference.Tests.Training;

/// <summary>Bands of runs, and their file.</summary>
public sealed class BandMakerTests
{
    // Mean 60, deviation √(60/7).
    private static readonly double[] Eight = [57, 57, 59, 60, 60, 61, 62, 64];

    private static double Figure(PlannedRun run, MeasureDefinition definition) =>
        Eight[(run.Seed - 1) % 8] + (run.Variant == "b" ? 3 : 0) + (run.Variation.Length > 0 ? 5 : 0) - (definition == MeasureDefinition.DuringEpoch ? 20 : 0);

    private static TrainedBands Bands(TrainingRecipe recipe, Func<PlannedRun, MeasureDefinition, double> figure) => Making(recipe, TrainingQuestion.Rows(recipe, figure)).Bands!;

    private static BandMaking Making(TrainingRecipe recipe, List<RunRow> rows) => new BandMaker(recipe, rows, TrainingQuestion.Provenance).Make();

    [Test]
    public void A_band_is_the_tolerance_interval_of_its_runs_corrected_for_the_number_of_bands()
    {
        var band = Bands(TrainingQuestion.Recipe(), Figure).Find("a", "test")!;
        var deviation = Math.Sqrt(40.0 / 7);
        Assert.Multiple(() =>
        {
            Assert.That(band.Mean, Is.EqualTo((Rational)60));
            Assert.That(band.Deviation.ToDouble(), Is.EqualTo(deviation).Within(0.0001));
            Assert.That(band.Uncorrected.Low.ToDouble(), Is.EqualTo(60 - (3.736 * deviation)).Within(0.01));
            // Two bands: 97.5 % each.
            Assert.That(band.Factor.ToDouble(), Is.EqualTo(3.736 * 2.2414 / 1.96).Within(0.005));
            Assert.That(band.Interval.High.ToDouble(), Is.EqualTo(60 + (band.Factor.ToDouble() * deviation)).Within(0.01));
            Assert.That(band.Method, Is.EqualTo(BandMethod.Normal));
            Assert.That(band.Others.Items.Single(other => other.Definition == MeasureDefinition.DuringEpoch).Interval.Holds(40), Is.True);
            Assert.That(band.HeldOut, Is.EqualTo(new HeldOut(8, 8, new(0, Rational.Of(3694, 10000)))));
            Assert.That(band.Wider!.Interval.High, Is.GreaterThan(band.Interval.High));
            Assert.That(band.Wider.Settings, Is.EqualTo(2));
        });
    }

    [Test]
    public void Held_out_runs_outside_are_counted()
    {
        var bands = Bands(TrainingQuestion.Recipe(), (run, definition) => run is { Role: RunRole.HeldOut, Variant: "b", Seed: 9 } ? 20 : Figure(run, definition));
        Assert.That(bands.Find("b", "test")!.HeldOut, Is.EqualTo(new HeldOut(8, 7, new(Rational.Of(32, 10000), Rational.Of(5265, 10000)))));
        Assert.That(bands.Students!.Inside, Is.EqualTo(7));
    }

    [Test]
    public void Variants_differ_seed_by_seed()
    {
        var difference = Bands(TrainingQuestion.Recipe(), Figure).Differences.Items.Single();
        Assert.That((difference.From, difference.To, difference.Mean, difference.Deviation), Is.EqualTo(("a", "b", (Rational)3, Rational.Zero)));
        var noisy = Bands(TrainingQuestion.Recipe(), (run, definition) => Figure(run, definition) + (run.Variant == "b" ? run.Seed % 2 : 0)).Differences.Items.Single();
        Assert.That(noisy.Noise.ToDouble(), Is.EqualTo(3.736 * Math.Sqrt(2 / 7.0)).Within(0.01));
    }

    [Test]
    public void A_run_that_diverged_is_told_and_in_no_band()
    {
        var making = Making(TrainingQuestion.Recipe(), TrainingQuestion.Rows(TrainingQuestion.Recipe(), (run, definition) => run is { Variant: "a", Seed: 3 } ? double.NaN : Figure(run, definition)));
        Assert.That(making.Bands!.Find("a", "test")!.Runs, Is.EqualTo(7));
        Assert.That(making.Bands.Find("a", "test")!.Diverged, Is.EqualTo(1));
        Assert.That(making.Notes.Items, Has.Some.Contains("1 of 8 runs diverged"));
    }

    [Test]
    public void Runs_of_another_recipe_are_left_out()
    {
        var rows = TrainingQuestion.Rows(TrainingQuestion.Recipe(), Figure).ConvertAll(row => row.Run.Variant == "a" ? row with { Recipe = "other" } : row);
        var making = Making(TrainingQuestion.Recipe(), rows);
        Assert.That(making.Bands!.Find("a", "test"), Is.Null);
        Assert.That(making.Bands.Find("b", "test"), Is.Not.Null);
    }

    [Test]
    public void A_sample_that_is_not_normal_is_in_doubt_until_there_are_runs_enough_for_its_range()
    {
        static double Odd(PlannedRun run, MeasureDefinition definition) => run.Seed % 8 == 0 ? 90 : 60 + (run.Seed % 3 * 0.01);
        Assert.That(Bands(TrainingQuestion.Recipe(), Odd).Find("a", "test")!.Method, Is.EqualTo(BandMethod.NormalInDoubt));
        var many = Bands(TrainingQuestion.Recipe(rest: TrainingQuestion.Rest.Replace("\"runs\": 8", "\"runs\": 200", StringComparison.Ordinal)), Odd).Find("a", "test")!;
        Assert.That((many.Method, many.Interval), Is.EqualTo((BandMethod.Range, new Limits(60, 90))));
    }

    [Test]
    public void No_accuracy_lies_above_a_hundred() =>
        Assert.That(Bands(TrainingQuestion.Recipe(), (run, _) => 99 + (run.Seed % 8 * 0.1)).Find("a", "test")!.Interval.High, Is.EqualTo((Rational)100));

    [Test]
    public async Task File_of_bands()
    {
        var bands = Bands(TrainingQuestion.Recipe(), Figure);
        var text = BandsFile.Write(bands);
        var problems = new ProblemList();
        Assert.That(BandsReader.Read("bands.json", System.Text.Encoding.UTF8.GetBytes(text), problems), Is.EqualTo(bands));
        Assert.That(problems.Count, Is.Zero);
        await Verify(text, "json");
    }

    [TestCase("\"recipe\"", "\"recipes\"")]
    [TestCase("\"mean\": 60.0000", "\"mean\": 600")]
    [TestCase("grader/bands/v1", "grader/bands/v2")]
    [TestCase("\"method\": \"normal\"", "\"method\": \"guess\"")]
    public void A_file_of_bands_that_is_none_is_told(string right, string wrong)
    {
        var text = BandsFile.Write(Bands(TrainingQuestion.Recipe(), Figure)).Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(CaseReader.Read(TrainingQuestion.Case(files: ("reference/bands.json", text))).Problems, Is.Not.Empty);
    }

    [Test]
    public void A_check_takes_the_band_of_the_recipe_and_refuses_that_of_another()
    {
        var text = BandsFile.Write(Bands(TrainingQuestion.Recipe(), Figure));
        var fresh = Band(CaseReader.Read(TrainingQuestion.Case(files: ("reference/bands.json", text))));
        Assert.That((fresh.Mean, fresh.Refusal, fresh.Provisional), Is.EqualTo(((Rational)60, "", false)));
        var changed = CaseReader.Lint(TrainingQuestion.Case(rest: TrainingQuestion.Rest.Replace("\"epochs\": 3", "\"epochs\": 4", StringComparison.Ordinal), files: ("reference/bands.json", text)));
        Assert.That(Band(changed).Refusal, Does.Contain("the training recipe has changed"));
        Assert.That(changed.Notes.Items.Select(note => note.Message), Has.Some.Contains("The recipe has changed since the bands of reference/bands.json were made"));
    }

    [Test]
    public void A_band_by_hand_serves_until_there_are_runs()
    {
        const string Both = """ "trained": { "variant": "a", "measure": "test" }, "band": { "low": 50, "high": 70, "mean": 60, "deviation": 2, "runs": 8, "source": "trial", "provisional": true }""";
        Assert.That(Band(CaseReader.Read(TrainingQuestion.Case(band: Both))).Provisional, Is.True);
        Assert.That(Band(CaseReader.Read(TrainingQuestion.Case(band: Both, files: ("reference/bands.json", BandsFile.Write(Bands(TrainingQuestion.Recipe(), Figure)))))).Provisional, Is.False);
        Assert.That(Band(CaseReader.Read(TrainingQuestion.Case())).Refusal, Does.Contain("there are no reference runs yet"));
    }

    [TestCase("cpu")]
    [TestCase("Xeon, 2 cores")]
    [TestCase("a \"fast\" one")]
    [TestCase("two\nlines")]
    public void Runs_are_read_back_whatever_their_device_is_called(string device)
    {
        var rows = TrainingQuestion.Rows(TrainingQuestion.Recipe(), Figure).Take(3).Select(row => row with { Device = device }).ToList();
        var reading = RunTable.Read("runs.csv", System.Text.Encoding.UTF8.GetBytes(RunTable.Write(rows)));
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Rows.Select(row => row.Device), Is.EqualTo(rows.Select(row => row.Device)));
    }

    [Test]
    public void Runs_that_make_no_band_yet_are_noted()
    {
        var rows = TrainingQuestion.Rows(TrainingQuestion.Recipe(), Figure);
        string Note(string text) => CaseReader.Lint(TrainingQuestion.Case(files: ("reference/runs.csv", text))).Notes.Items.Single(note => note.File == "q.json").Message;
        Assert.That(Note(RunTable.Write(rows.Take(9))), Is.EqualTo("3 of 36 reference runs are there, and no bands of them yet."));
        Assert.That(Note(RunTable.Write(rows.Take(9).Select(row => row with { Recipe = "other" }))), Is.EqualTo("There are no reference runs yet."));
        Assert.That(CaseReader.Lint(TrainingQuestion.Case(files: ("reference/runs.csv", "variant\n"))).Notes.Items.Select(note => note.File), Has.Some.EqualTo("reference/runs.csv"));
    }

    private static Band Band(CaseReading reading)
    {
        Assert.That(reading.Problems.Items.Select(problem => problem.ToString()), Is.Empty);
        return ((BandCheck)reading.Assignment!.Questions[0].Parts[0].Checks[0]).Band;
    }
}
