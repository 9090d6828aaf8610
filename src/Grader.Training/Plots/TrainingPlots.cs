using Grader.Reference.Training;
using Grader.Training.Networks;
using ScottPlot;

namespace Grader.Training.Plots;

/// <summary>Plots of a question's runs, as SVG: the curves of each variant with its bands, and all variants beside each other.</summary>
internal static class TrainingPlots
{
    private const int Width = 900;
    private const int Height = 520;

    private static readonly Color TrainingColor = Color.FromHex("#b35806");
    private static readonly Color TestColor = Color.FromHex("#2166ac");

    /// <returns>Names of files, each with its text.</returns>
    public static IEnumerable<(string File, string Svg)> Draw(TrainingRecipe recipe, IReadOnlyDictionary<PlannedRun, IReadOnlyList<EpochFigures>> curves, IReadOnlyCollection<RunRow> rows, TrainedBands bands)
    {
        foreach (var variant in recipe.Variants)
        {
            var own = curves.Where(pair => pair.Key.Variant == variant.Id && pair.Key.Variation.Length == 0).Select(pair => pair.Value).ToList();
            if (own.Count > 0)
                yield return ($"curves-{variant.Id}.svg", Curves(recipe, variant, own, bands));
        }

        foreach (var measure in recipe.Measures.Items.Where(measure => bands.Bands.Items.Any(band => band.Measure == measure.Id)))
            yield return ($"compare-{measure.Id}.svg", Comparison(recipe, measure, rows, bands));
    }

    private static string Curves(TrainingRecipe recipe, TrainingVariant variant, List<IReadOnlyList<EpochFigures>> curves, TrainedBands bands)
    {
        var plot = new Plot();
        foreach (var measure in recipe.Measures.Items.Where(measure => measure.Of is Figure.TrainingAccuracy or Figure.TestAccuracy))
        {
            if (bands.Find(variant.Id, measure.Id) is not { } band)
                continue;
            var span = plot.Add.VerticalSpan(band.Interval.Low.ToDouble(), band.Interval.High.ToDouble());
            span.FillColor = (measure.Of == Figure.TrainingAccuracy ? TrainingColor : TestColor).WithAlpha(0.12);
            span.LineWidth = 0;
            span.LegendText = $"band of {measure.Id}";
        }

        AddLines(plot, curves, epoch => epoch.Training.Accuracy, TrainingColor, "training, average during the epoch");
        AddLines(plot, curves, epoch => epoch.Test.Accuracy, TestColor, "test, after the epoch");
        plot.Title($"Variant {variant.Id}{(variant.Say.Length > 0 ? ": " + variant.Say : "")} ({curves.Count} runs)");
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        plot.XLabel("epoch");
        plot.YLabel("accuracy, %");
        plot.ShowLegend(Alignment.LowerRight);
        return plot.GetSvgXml(Width, Height);
    }

    private static void AddLines(Plot plot, List<IReadOnlyList<EpochFigures>> curves, Func<EpochFigures, double> figure, Color color, string legend)
    {
        foreach (var (curve, index) in curves.Select((curve, index) => (curve, index)))
        {
            var points = curve.Where(epoch => double.IsFinite(figure(epoch))).ToList();
            var line = plot.Add.Scatter(points.ConvertAll(epoch => (double)epoch.Epoch), points.ConvertAll(epoch => figure(epoch)), color.WithAlpha(0.6));
            line.MarkerSize = 0;
            line.LineWidth = 1;
            if (index == 0)
                line.LegendText = legend;
        }
    }

    /// <summary>Each run as a point, the deciding band as a bar, the wider one as a thin line.</summary>
    private static string Comparison(TrainingRecipe recipe, RecipeMeasure measure, IReadOnlyCollection<RunRow> rows, TrainedBands bands)
    {
        var plot = new Plot();
        foreach (var (variant, index) in recipe.Variants.Items.Select((variant, index) => (variant, index)))
        {
            if (bands.Find(variant.Id, measure.Id) is not { } band)
                continue;
            if (band.Wider is { } wider)
                plot.Add.Line(index, wider.Interval.Low.ToDouble(), index, wider.Interval.High.ToDouble()).Color = Colors.Gray;
            var box = plot.Add.Rectangle(index - 0.25, index + 0.25, band.Interval.Low.ToDouble(), band.Interval.High.ToDouble());
            box.FillColor = TestColor.WithAlpha(0.15);
            box.LineColor = TestColor;
            Points(plot, rows, variant.Id, measure, index, RunRole.Band, MarkerShape.FilledCircle, 0);
            Points(plot, rows, variant.Id, measure, index, RunRole.HeldOut, MarkerShape.OpenCircle, 0.1);
        }

        plot.Axes.Bottom.SetTicks([.. Enumerable.Range(0, recipe.Variants.Count).Select(index => (double)index)], [.. recipe.Variants.Items.Select(variant => variant.Say.Length > 0 ? $"{variant.Id}: {variant.Say}" : variant.Id)]);
        plot.Axes.SetLimitsX(-0.6, recipe.Variants.Count - 0.4);
        plot.Title($"{measure.Say}: runs (open: held out), band, wider band (line)", size: 14);
        plot.YLabel(measure.Of is Figure.TrainingAccuracy or Figure.TestAccuracy ? $"{measure.Id}, %" : measure.Id);
        return plot.GetSvgXml(Width, Height);
    }

    private static void Points(Plot plot, IReadOnlyCollection<RunRow> rows, string variant, RecipeMeasure measure, int place, RunRole role, MarkerShape shape, double shift)
    {
        foreach (var row in rows.Where(row => row.Run.Variant == variant && row.Run.Role == role && row.Definition == measure.Definition && !row.Diverged))
        {
            if (row[measure.Of] is { } value)
                plot.Add.Marker(place + shift, value, shape, 6, TestColor);
        }
    }
}
