using System.Text.Json;
using Grader.Reference.Tests;

namespace Grader.Training.Tests.SecondOpinion;

/// <summary>A wrong formula in each engine's worksheet, in the words of the quantity it spoils.</summary>
[TestFixture]
public sealed class PlantedDefectTests : TorchFixture
{
    [TestCase("kinds/convolution-stack", "layer1.outputWidth", "round((input.width - layer1.kernel + 2*layer1.padding)/layer1.stride + 0.4) + 1", TestName = "Floor as round")]
    [TestCase("kinds/convolution-stack", "layer1.macs", "layer1.parameters*layer1.outputWidth*layer1.outputHeight", TestName = "Biases multiplied")]
    [TestCase("kinds/convolution-stack", "layer1.receptiveField", "layer1.kernel + layer1.stride", TestName = "Receptive field by the stride")]
    [TestCase("kinds/convolution-matrix", "B", "A", TestName = "Matrix not transposed")]
    [TestCase("kinds/convolution-by-hand", "activated", "output", TestName = "Rectifier left out")]
    [TestCase("kinds/batch-normalization", "newRunningMean", "mean", TestName = "Running mean replaced")]
    [TestCase("kinds/batch-normalization", "variance", "[var([5, 1, 1, 1])*4/3, var([8, 0, 4, 4])*4/3]", TestName = "Unbiased variance")]
    [TestCase("kinds/layer-normalization", "mean", "[2, 5]", TestName = "Mean of one example off by one")]
    [TestCase("kinds/dense-network", "layer2.delta", "layer2.a - target", TestName = "Derivative of the sigmoid left out")]
    [TestCase("kinds/softmax-cross-entropy", "probabilities", "exponentials", TestName = "Not normalised")]
    [TestCase("kinds/hinge-loss", "regularization", "lambda*sum(abs(weights))", TestName = "Amounts for squares")]
    [TestCase("kinds/attention", "scores", "Q*transpose(K)/d", TestName = "Root left out")]
    [TestCase("kinds/transformer-parameters", "attention.parameters", "3*(width^2 + width)", TestName = "Three projections")]
    [TestCase("kinds/rnn", "step2.z", "W*step2.x + U*start.h + b", TestName = "State reset")]
    [TestCase("kinds/lstm", "step1.c", "step1.i*step1.g", TestName = "Cell state forgotten")]
    [TestCase("kinds/gradient-descent", "step2.velocity.x", "step2.gradient.x", TestName = "Momentum forgotten")]
    [TestCase("kinds/k-means", "iteration1.cost", "sum(iteration1.distances)", TestName = "Cost over all centroids")]
    [TestCase("kinds/decision-tree", "outlook.gain", "node.entropy + outlook.remainder", TestName = "Gain with the wrong sign")]
    [TestCase("kinds/confusion-matrix", "precision", "recall", TestName = "Recall for precision")]
    [TestCase("kinds/naive-bayes", "posteriors", "joint", TestName = "Evidence left out")]
    [TestCase("kinds/linear-regression", "moment", "X^T*(2*y)", TestName = "Targets doubled")]
    [TestCase("kinds/logistic-regression", "step1.gradient", "transpose(inputs)*step1.errors", TestName = "Sum for mean")]
    [TestCase("kinds/perceptron", "step1.bias", "start.bias", TestName = "Bias kept")]
    [TestCase("kinds/svm-margin", "marginWidth", "1/norm", TestName = "Half the margin")]
    [TestCase("kinds/roc-auc", "auc", "rankedShare + 1/1000000", TestName = "A millionth in the area")]
    [TestCase("kinds/gaussian-em", "step1.logLikelihood", "ln(sum(step1.evidence))", TestName = "Logarithm of the sum")]
    [TestCase("kinds/pca", "covariance", "transpose(centred)*centred/4", TestName = "Divided by n")]
    public void A_wrong_formula_is_contradicted(string assignment, string quantity, string formula)
    {
        // As a mistake of the case, so that the formula is read as any other.
        var planted = JsonSerializer.Serialize(new[] { new { id = "planted", say = "Planted.", formulas = new Dictionary<string, string> { [quantity] = formula } } });
        var source = MemoryCase.FromFolder(assignment);
        var file = System.Text.Encoding.UTF8.GetString(source.Read("q1.json")!.Value.Span);
        var q1 = $"{{ \"mistakes\": {planted}, {file.TrimStart()[1..]}";
        var spoiled = new MemoryCase(("assignment.json", """{ "format": 2, "id": "t", "title": "Test", "questions": ["q1.json"] }"""), ("q1.json", q1));
        Assert.That(Verified.All(spoiled)[0].Disagreements, Is.Empty);
        var disagreements = Verified.All(spoiled, planted: worksheet => worksheet.Making(worksheet.Mistakes.Items.Single(mistake => mistake.Id == "planted").Occurrences))[0].Disagreements;
        Assert.That(disagreements.Items.Select(disagreement => disagreement.Quantity.Split(' ')[0]), Does.Contain(quantity));
    }

    [Test]
    public void An_authors_derivative_that_is_not_the_functions_is_found()
    {
        const string Engine = """ "engine": { "name": "gradient-descent", "function": "x^2 + x*y", "rate": 0.1, "variables": [ { "name": "x", "start": 2, "derivative": "2*x" }, { "name": "y", "start": 1, "derivative": "x" } ] } """;
        Assert.That(Verified.All(Verified.Question(Engine))[0].Disagreements.Items.Select(disagreement => disagreement.ToString()), Does.Contain("Disagreement { Quantity = step1.gradient.x, Worksheet = 4, Second = 5 }"));
    }

    [Test]
    public void What_has_no_second_source_is_said()
    {
        var source = MemoryCase.WithQuestion("""
            "inputs": { "n": 3, "m": { "csv": "m.csv" } },
            "quantities": { "twice": "2*n", "first": "m_12 - n", "odd": "mod(n, 2)", "later": "odd + 1" },
            "computed": [ { "csv": "values.csv", "by": "solve.py" } ],
            "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } } ] } ]
            """, ("m.csv", "of,a,b\nx,1,2\ny,1/3,4\n"), ("values.csv", "name,value\nscore,0.5\n"));
        var question = Verified.All(source)[0];
        Assert.That((question.Quantities, question.Agreed, question.Again, question.Inputs), Is.EqualTo((5, 2, 2, 2)));
        Assert.That(question.Disagreements, Is.Empty);
        Assert.That(question.NotCovered.Items.Select(left => $"{left.Quantity}: {left.Why}"), Is.EqualTo(new[]
        {
            "score: values of a script: values.csv: solve.py",
            "odd: the question's own formula: the second evaluator does not know mod(…) with 2 values",
            "later: the question's own formula: “odd” has no value here",
        }));
    }

    [Test]
    public void Each_student_has_the_own_variant_compared()
    {
        var source = Verified.Question(""" "engine": { "name": "convolution-stack", "input": { "length": { "draw": { "from": 10, "to": 60 } }, "channels": { "draw": [1, 3, 8] } }, "layers": [ { "kernels": { "draw": [4, 5] }, "kernel": 3, "stride": 2 } ] }, "inputs": { "share": { "draw": { "from": "1/3", "to": 2, "step": "1/3" } } } """);
        var sizes = new HashSet<string>();
        for (var student = 0; student < 40; student++)
        {
            var question = Verified.All(source, $"s{student}")[0];
            Assert.That(question.Disagreements, Is.Empty);
            Assert.That(question.Agreed, Is.EqualTo(question.Quantities));
            Assert.That(question.Inputs, Is.GreaterThan(5));
            sizes.Add(Grader.Reference.DrawnQuestion.Read(source, $"s{student}")[0].Json);
        }

        Assert.That(sizes, Has.Count.GreaterThan(30));
    }
}
