using System.Collections.Immutable;
using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines.Softmax;

/// <summary>The formulas of softmax and cross-entropy, of one example in a column or of several in rows.</summary>
/// <param name="targets">The right class of each example, from 1.</param>
/// <param name="averaged">Whether the loss of several examples is the mean of theirs.</param>
internal sealed class SoftmaxFormulas(int classes, ImmutableArray<int> targets, bool several, bool averaged, bool binary)
{
    public bool Several => several && Examples > 1;

    public bool Averaged => averaged;

    public bool Binary => binary;

    public int Examples => targets.Length;

    /// <summary>The quantity that holds the loss of each example.</summary>
    public string Losses => several ? "losses" : "loss";

    /// <summary>The right classes, one-hot.</summary>
    public string OneHot => several ? "targets" : "target";

    public void AddTo(WorksheetBuilder worksheet)
    {
        worksheet.Add(OneHot, PerEntry((example, at) => targets[example - 1] == at ? "1" : "0"), several ? "the right classes, one-hot" : "the right class, one-hot");
        worksheet.Add("exponentials", "exp(logits)", "exponentials of the logits");
        worksheet.Add("normalizer", SumOf("exponentials"), "sum of the exponentials");
        worksheet.Add("probabilities", "exponentials/normalizer", "softmax of the logits");
        worksheet.Add(Losses, Loss(Logarithm), several ? "cross-entropy of each example" : "cross-entropy");
        if (several)
            worksheet.Add("loss", Total(averaged), averaged ? "mean cross-entropy" : "sum of the cross-entropies");
        worksheet.Add("gradient", Gradient($"probabilities - {OneHot}"), "gradient of the loss by the logits");
    }

    /// <summary>Of one example, or of each.</summary>
    public string SumOf(string array) => several ? $"transpose(sum({array}, 2))" : $"sum({array})";

    public string Logarithm(string probability) => binary ? $"-log2({probability})" : $"-ln({probability})";

    public Expression Loss(Func<string, string> logarithm) => PerExample(example => logarithm(Right("probabilities", example)));

    public Expression PerExample(Func<int, string> formula) => several ? EntryFormulas.Column(Examples, formula) : CaseFormula.Read(formula(1));

    public static string Total(bool mean) => mean ? "mean(losses)" : "sum(losses)";

    public Expression Gradient(string difference) => Gradient(difference, averaged, binary);

    public Expression Gradient(string difference, bool mean, bool toBaseTwo) =>
        CaseFormula.Read((several && mean, toBaseTwo) switch
        {
            (true, true) => $"({difference})/({Examples}*ln(2))",
            (true, false) => $"({difference})/{Examples}",
            (false, true) => $"({difference})/ln(2)",
            _ => difference,
        });

    /// <summary>The entries of an example in an array of the logits' shape.</summary>
    public IEnumerable<string> Row(string array, int example) => Enumerable.Range(1, classes).Select(at => Entry(array, example, at));

    public Matrix PerEntry(Func<int, int, string> formula) => several ? EntryFormulas.Table(Examples, classes, formula) : EntryFormulas.Column(classes, at => formula(1, at));

    public string Entry(string array, int example, int at) => several ? EntryNames.Of(array, example, at, Examples, classes) : EntryNames.Of(array, at);

    private string Right(string array, int example) => Entry(array, example, targets[example - 1]);
}
