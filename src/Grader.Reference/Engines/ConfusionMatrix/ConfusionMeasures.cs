using Grader.Mathematics;

namespace Grader.Reference.Engines.ConfusionMatrix;

/// <summary>Quantities and mistakes of a confusion matrix.</summary>
internal sealed class ConfusionMeasures(WorksheetBuilder worksheet, int classes, bool rowsAreActual)
{
    private readonly MistakeBuilder _swapped = worksheet.Mistake("rows-columns-swapped", "Took rows for columns: false positives for false negatives.");
    private readonly MistakeBuilder _otherClass = worksheet.Mistake("other-class-positive", "Took the other class as the positive one.");
    private readonly MistakeBuilder _dividedByTotal = worksheet.Mistake("divided-by-total", "Divided by the number of all examples.");
    private readonly MistakeBuilder _mean = worksheet.Mistake("mean-for-f1", "Took the arithmetic mean of precision and recall; F1 is the harmonic one.");
    private readonly MistakeBuilder _twoLeftOut = worksheet.Mistake("two-left-out", "Left out the factor 2 of F1.");
    private readonly MistakeBuilder _errorRate = worksheet.Mistake("error-rate-for-accuracy", "Gave the share of wrong predictions.");

    /// <param name="positive">0 for all classes.</param>
    public void Add(Matrix matrix, int positive)
    {
        worksheet.Add("confusion", matrix, "confusion matrix");
        worksheet.Add("total", "sum(confusion)", "number of examples");
        worksheet.Add("correct", Plus(Classes.Select(index => Entry(index, index))), "correct predictions");
        worksheet.Add("accuracy", "correct/total", "accuracy");
        _errorRate.At("", ("accuracy", "(total - correct)/total"));
        if (positive > 0)
        {
            AddClass(positive, "", "");
            return;
        }

        foreach (var index in Classes)
            AddClass(index, $"class{index}", $" of class {index}");
        foreach (var measure in new[] { "precision", "recall", "f1" })
            worksheet.Add($"macro.{measure}", $"({Plus(Classes.Select(index => $"class{index}.{measure}"))})/{classes}", $"macro average of {measure}");
    }

    private IEnumerable<int> Classes => Enumerable.Range(1, classes);

    private void AddClass(int index, string name, string of)
    {
        var dot = name.Length == 0 ? "" : name + ".";
        var (tp, fp, fn, tn) = ($"{dot}truePositives", $"{dot}falsePositives", $"{dot}falseNegatives", $"{dot}trueNegatives");
        var (precision, recall) = ($"{dot}precision", $"{dot}recall");
        var predicted = Plus(Classes.Where(other => other != index).Select(other => rowsAreActual ? Entry(other, index) : Entry(index, other)));
        var missed = Plus(Classes.Where(other => other != index).Select(other => rowsAreActual ? Entry(index, other) : Entry(other, index)));
        worksheet.Add(tp, Entry(index, index), "true positives" + of);
        worksheet.Add(fp, predicted, "false positives" + of);
        worksheet.Add(fn, missed, "false negatives" + of);
        worksheet.Add(tn, $"total - {tp} - {fp} - {fn}", "true negatives" + of);
        worksheet.Add(precision, $"{tp}/({tp} + {fp})", "precision" + of);
        worksheet.Add(recall, $"{tp}/({tp} + {fn})", "recall" + of);
        worksheet.Add($"{dot}specificity", $"{tn}/({tn} + {fp})", "specificity" + of);
        worksheet.Add($"{dot}f1", $"2*{precision}*{recall}/({precision} + {recall})", "F1" + of);

        _swapped.At(name, (fp, missed), (fn, predicted));
        _dividedByTotal.At(name, (precision, $"{tp}/total"), (recall, $"{tp}/total"));
        _mean.At(name, ($"{dot}f1", $"({precision} + {recall})/2"));
        _twoLeftOut.At(name, ($"{dot}f1", $"{precision}*{recall}/({precision} + {recall})"));
        if (classes == 2)
            _otherClass.At(name, (precision, $"{tn}/({tn} + {fn})"), (recall, $"{tn}/({tn} + {fp})"), ($"{dot}specificity", $"{tp}/({tp} + {fn})"));
    }

    private string Entry(int row, int column) => EntryNames.Of("confusion", row, column, classes, classes);

    private static string Plus(IEnumerable<string> terms) => string.Join(" + ", terms);
}
