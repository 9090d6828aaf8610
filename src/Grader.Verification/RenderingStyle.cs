using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>What can be written in one way or another, independently of the rest.</summary>
public enum Axis
{
    QuestionLabel,
    PartLabel,
    Title,
    Order,
    FactOrder,
    Label,
    Layout,

    /// <summary>Whether all answers are laid out alike, or one in another way than the one before.</summary>
    Variety,
    Number,
    Minus,
    Percent,
    Precision,
    Working,
    Operator,
    Inline,
    Display,
    Matrix,
    Vector,
    Between,
    Noise,
}

/// <summary>How a submission is written: for each axis an option, of which 0 is the plainest.</summary>
public sealed record RenderingStyle
{
    private static readonly int[] Counts = [.. Enum.GetValues<Axis>().Select(CountOf)];

    private readonly Sequence<int> _options;

    private RenderingStyle(Sequence<int> options) => _options = options;

    public static RenderingStyle Plain { get; } = new(Counts.Select(static _ => 0).ToSequence());

    /// <summary>On each axis the plainest one time in three, else any.</summary>
    public static RenderingStyle Draw(Draws draws) => new(Counts.Select(count => draws.Below(3) == 0 ? 0 : draws.Below(count)).ToSequence());

    /// <summary>How many options an axis has.</summary>
    public static int Count(Axis axis) => Counts[(int)axis];

    public int this[Axis axis] => _options[(int)axis];

    /// <summary>The axes that are not the plainest.</summary>
    public IEnumerable<Axis> Marked => Enum.GetValues<Axis>().Where(axis => this[axis] != 0);

    public RenderingStyle With(Axis axis, int option) => new(_options.Items.SetItem((int)axis, option % Count(axis)).ToSequence());

    /// <summary>As many axes as possible made plain, such that it still fails.</summary>
    public RenderingStyle Shrink(Func<RenderingStyle, bool> fails)
    {
        var smallest = this;
        foreach (var axis in Marked)
        {
            var plainer = smallest.With(axis, 0);
            if (fails(plainer))
                smallest = plainer;
        }
        return smallest;
    }

    /// <summary><c>Layout=3 Number=5</c>: the axes that are not the plainest.</summary>
    public override string ToString() => string.Join(' ', Marked.Select(axis => $"{axis}={this[axis]}"));

    private static int CountOf(Axis axis) => axis switch
    {
        Axis.QuestionLabel => OutlineLabels.Questions.Count,
        Axis.PartLabel => OutlineLabels.Parts.Count,
        Axis.Title => OutlineLabels.Titles.Count,
        Axis.Order => 3,
        Axis.FactOrder => 2,
        Axis.Label => 12,
        Axis.Layout => FactLayouts.Count,
        Axis.Variety => 4,
        Axis.Number => NumberNotation.Options.Count,
        Axis.Minus => NumberNotation.Minuses.Count,
        Axis.Percent => NumberNotation.Percents.Count,
        Axis.Precision => 3,
        Axis.Working => 3,
        Axis.Operator => OperatorNotation.Options.Count,
        Axis.Inline => MathDelimiters.Inline.Count,
        Axis.Display => MathDelimiters.Display.Count,
        Axis.Matrix => MatrixNotation.Count,
        Axis.Vector => VectorNotation.Count,
        Axis.Between => Prose.Options.Count,
        Axis.Noise => DocumentNoise.Options.Count,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "no such axis"),
    };
}
