using System.Globalization;
using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reports;

/// <summary>The reference runs of a question, a small chart a variant, all on one scale: test accuracy drawn through, training accuracy dashed. What they come to is said in words.</summary>
internal static class CurvesChart
{
    private const double Width = 300;
    private const double Height = 170;
    private const double Left = 34;
    private const double Bottom = 22;
    private const double Top = 8;
    private const double Right = 8;

    public static void Write(HtmlPage page, ReferenceCurves curves)
    {
        var points = curves.Variants.Items.SelectMany(variant => variant.Runs.Items).SelectMany(run => run.Items).ToList();
        var scale = new Scale(points.Max(point => point.Epoch), points.Min(point => Math.Min(point.Test, point.Training)), points.Max(point => Math.Max(point.Test, point.Training)));
        page.Element("details", [("class", "curves")], () =>
        {
            page.Inside("summary", "", () => page.Text("The reference runs, epoch by epoch"));
            page.Inside("div", "charts", () =>
            {
                foreach (var variant in curves.Variants)
                    page.Inside("figure", "", () => Write(page, variant, scale));
            });
        });
    }

    private static void Write(HtmlPage page, VariantCurves variant, Scale scale)
    {
        var title = $"Variant {variant.Variant}{(variant.Say.Length > 0 ? $", {variant.Say}" : "")}";
        page.Element("svg", [("role", "img"), ("aria-label", Say(title, variant)), ("viewBox", $"0 0 {Text(Width)} {Text(Height)}"), ("width", Text(Width)), ("height", Text(Height))], () =>
        {
            foreach (var level in scale.Levels)
            {
                page.Element("line", [("class", "axis"), ("x1", Text(Left)), ("y1", Text(scale.Y(level))), ("x2", Text(Width - Right)), ("y2", Text(scale.Y(level)))]);
                page.Element("text", [("x", Text(Left - 5)), ("y", Text(scale.Y(level) + 4)), ("text-anchor", "end")], () => page.Text(Text(level)));
            }
            page.Element("text", [("x", Text(scale.X(1))), ("y", Text(Height - 6)), ("text-anchor", "middle")], () => page.Text("1"));
            page.Element("text", [("x", Text(Width - Right)), ("y", Text(Height - 6)), ("text-anchor", "end")], () => page.Text($"epoch {scale.Epochs}"));
            foreach (var run in variant.Runs)
                page.Element("polyline", [("class", "training"), ("points", Line(run, point => point.Training, scale))]);
            foreach (var run in variant.Runs)
                page.Element("polyline", [("class", "test"), ("points", Line(run, point => point.Test, scale))]);
        });
        page.Inside("figcaption", "soft", () => page.Text($"{title}: test drawn through, training dashed"));
    }

    private static string Line(Sequence<EpochAccuracy> run, Func<EpochAccuracy, double> figure, Scale scale) =>
        string.Join(' ', run.Items.Select(point => $"{Text(scale.X(point.Epoch))},{Text(scale.Y(figure(point)))}"));

    private static string Say(string title, VariantCurves variant)
    {
        var (test, training) = (variant.Runs.Items.Select(run => run[^1].Test).ToList(), variant.Runs.Items.Select(run => run[^1].Training).ToList());
        return $"{title}: {variant.Runs.Count} runs. After the last epoch test accuracy is {Text(test.Min())} to {Text(test.Max())}, training accuracy over it {Text(training.Min())} to {Text(training.Max())}.";
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Scale(int Epochs, double Lowest, double Highest)
    {
        private double Step => (Highest - Lowest) switch { > 40 => 20, > 15 => 10, > 6 => 5, > 2 => 1, _ => Math.Max((Highest - Lowest) / 4, 1e-3) };

        private double Floor => Math.Floor(Lowest / Step) * Step;

        private double Ceiling => Math.Max(Math.Ceiling(Highest / Step) * Step, Floor + Step);

        public IEnumerable<double> Levels => Enumerable.Range(0, (int)Math.Round((Ceiling - Floor) / Step) + 1).Select(i => Floor + (i * Step));

        public double X(int epoch) => Left + 6 + (Epochs == 1 ? 0 : (epoch - 1.0) / (Epochs - 1) * (Width - Left - Right - 6));

        public double Y(double figure) => Height - Bottom - ((figure - Floor) / (Ceiling - Floor) * (Height - Top - Bottom));
    }
}
