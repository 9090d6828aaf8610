using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class ConfusionMatrixTests
{
    /// <summary>Against a list of predictions, counted one by one.</summary>
    [Test]
    public void It_agrees_with_counting_predictions()
    {
        var random = new Random(32);
        for (var round = 0; round < 300; round++)
        {
            var classes = random.Next(2, 6);
            var actual = new List<int>();
            var predicted = new List<int>();
            for (var index = 0; index < classes; index++)
                Append(index, index);
            for (var example = 0; example < 40; example++)
                Append(random.Next(classes), random.Next(classes));
            var rowsAreActual = random.Next(2) == 0;
            var counts = Enumerable.Range(0, classes).Select(_ => new double[classes]).ToArray();
            for (var example = 0; example < actual.Count; example++)
                counts[rowsAreActual ? actual[example] : predicted[example]][rowsAreActual ? predicted[example] : actual[example]]++;

            var rows = rowsAreActual ? "actual" : "predicted";
            var worksheet = MemoryCase.Worksheet($$"""{ "name": "confusion-matrix", "matrix": {{Json(counts)}}, "rows": "{{rows}}" }""");
            var alone = MemoryCase.Worksheet($$"""{ "name": "confusion-matrix", "matrix": {{Json(counts)}}, "rows": "{{rows}}", "positive": {{classes}} }""");
            Expect(worksheet, "accuracy", actual.Zip(predicted).Count(pair => pair.First == pair.Second) / (double)actual.Count);
            var measures = Enumerable.Range(0, classes).Select(Measures).ToArray();
            for (var index = 0; index < classes; index++)
            {
                Expect(worksheet, $"class{index + 1}.precision", measures[index].Precision);
                Expect(worksheet, $"class{index + 1}.recall", measures[index].Recall);
                Expect(worksheet, $"class{index + 1}.specificity", measures[index].Specificity);
                Expect(worksheet, $"class{index + 1}.f1", measures[index].F1);
            }

            Expect(worksheet, "macro.f1", measures.Average(measure => measure.F1));
            Expect(alone, "precision", measures[^1].Precision);
            Expect(alone, "f1", measures[^1].F1);
            Expect(worksheet.Making("rows-columns-swapped"), "class1.precision", measures[0].Recall);
            Expect(worksheet.Making("rows-columns-swapped"), "class1.recall", measures[0].Precision);

            void Append(int right, int said)
            {
                actual.Add(right);
                predicted.Add(said);
            }

            (double Precision, double Recall, double Specificity, double F1) Measures(int index)
            {
                var (tp, fp, fn, tn) = (0.0, 0.0, 0.0, 0.0);
                foreach (var (right, said) in actual.Zip(predicted))
                {
                    tp += right == index && said == index ? 1 : 0;
                    fp += right != index && said == index ? 1 : 0;
                    fn += right == index && said != index ? 1 : 0;
                    tn += right != index && said != index ? 1 : 0;
                }

                return (tp / (tp + fp), tp / (tp + fn), tn / (tn + fp), tp / (tp + (fp + fn) / 2));
            }
        }
    }

    [TestCase("mean-for-f1", "f1", "11/15")]
    [TestCase("two-left-out", "f1", "4/11")]
    [TestCase("error-rate-for-accuracy", "accuracy", "0.3")]
    [TestCase("other-class-positive", "precision", "0.6")]
    [TestCase("divided-by-total", "recall", "0.4")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "confusion-matrix", "matrix": [[4, 2], [1, 3]], "positive": 1 }""");
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [Test]
    public void Measures_follow_a_students_own_matrix()
    {
        var worksheet = MemoryCase.Worksheet("""{ "name": "confusion-matrix", "matrix": [[4, 2], [1, 3]], "positive": 1 }""");
        var own = worksheet.With(new Dictionary<string, Mathematics.Value> { ["confusion"] = new Mathematics.Tensor([2, 2], [Values.Of(9), Values.Of(1), Values.Of(3), Values.Of(7)]) });
        Assert.That(KeyText.Of(own["f1"].Value!), Is.EqualTo("9/11"));
    }
}
