using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By counting examples one by one: the matrix is spread out into pairs of an actual and a predicted class.</summary>
internal static class ConfusionMatrixOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var matrix = given.Rows("matrix");
        var (classes, rowsAreActual) = ((int)matrix.shape[0], given.Text("rows", "actual") == "actual");
        // Counts of homework are small; what is no count keeps its weight.
        var examples = Enumerable.Range(0, classes * classes)
            .Select(cell => (Actual: rowsAreActual ? cell / classes : cell % classes, Predicted: rowsAreActual ? cell % classes : cell / classes, Weight: matrix[cell / classes, cell % classes].ToDouble()))
            .ToList();
        figures.Add("confusion", matrix);
        figures.Add("total", Count((_, _) => true));
        figures.Add("correct", Count((actual, predicted) => actual == predicted));
        figures.Add("accuracy", 1 - Count((actual, predicted) => actual != predicted) / Count((_, _) => true));
        if (given.Has("positive"))
        {
            AddClass(given.Whole("positive") - 1, "");
            return;
        }

        var measures = Enumerable.Range(0, classes).Select(index => AddClass(index, $"class{index + 1}.")).ToList();
        figures.Add("macro.precision", measures.Average(measure => measure.Precision));
        figures.Add("macro.recall", measures.Average(measure => measure.Recall));
        figures.Add("macro.f1", measures.Average(measure => measure.F1));

        double Count(Func<int, int, bool> which) => examples.Where(example => which(example.Actual, example.Predicted)).Sum(example => example.Weight);

        (double Precision, double Recall, double F1) AddClass(int index, string name)
        {
            var found = Count((actual, predicted) => actual == index && predicted == index);
            var (called, are) = (Count((_, predicted) => predicted == index), Count((actual, _) => actual == index));
            var (others, rejected) = (Count((actual, _) => actual != index), Count((actual, predicted) => actual != index && predicted != index));
            figures.Add($"{name}truePositives", found);
            figures.Add($"{name}falsePositives", Count((actual, predicted) => actual != index && predicted == index));
            figures.Add($"{name}falseNegatives", Count((actual, predicted) => actual == index && predicted != index));
            figures.Add($"{name}trueNegatives", rejected);
            figures.Add($"{name}precision", found / called);
            figures.Add($"{name}recall", found / are);
            figures.Add($"{name}specificity", rejected / others);
            // Of the two sets: twice what they share over both their sizes.
            figures.Add($"{name}f1", 2 * found / (called + are));
            return (found / called, found / are, 2 * found / (called + are));
        }
    }
}
