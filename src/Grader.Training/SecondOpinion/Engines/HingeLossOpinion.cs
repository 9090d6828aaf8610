using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>By libtorch's margin losses, the gradient by autograd. That of several classes divides by their number.</summary>
internal static class HingeLossOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var binary = given.Has("labels");
        var scores = Scores(given, figures, binary).detach().requires_grad_();
        var (margin, mean) = (given.Number("margin", 1), given.Text("reduction", "mean") == "mean");
        figures.Add("scores", scores);
        figures.Add("margin", margin);
        var losses = binary ? Binary(given, figures, scores, margin) : Several(given, figures, scores, margin);
        var loss = mean ? losses.mean() : losses.sum();
        loss.backward();
        figures.Add("losses", losses);
        figures.Add("gradient", scores.grad!);
        figures.Add("dataLoss", loss);
        if (!given.Has("lambda"))
        {
            figures.Add("loss", loss);
            return;
        }

        var lambda = given.Number("lambda");
        var squares = torch.linalg.vector_norm(given.Rows("weights").reshape(-1), 2).square();
        var regularization = lambda * squares / (given.Text("regularization", "squares") == "half-squares" ? 2 : 1);
        figures.Add("lambda", lambda);
        figures.Add("regularization", regularization);
        figures.Add("loss", loss + regularization);
    }

    private static Tensor Scores(Given given, Figures figures, bool binary)
    {
        if (given.Has("weights"))
            figures.Add("weights", binary ? given.Vector("weights") : given.Rows("weights"));
        if (given.Has("scores"))
            return binary ? given.Vector("scores") : given.Rows("scores");
        var bias = given.Has("bias") ? given.Vector("bias") : null;
        figures.Add("inputs", given.Rows("inputs"));
        if (bias is not null)
            figures.Add("bias", bias);
        var weights = binary ? given.Vector("weights").unsqueeze(0) : given.Rows("weights");
        var scores = torch.nn.functional.linear(given.Rows("inputs"), weights, bias);
        return binary ? scores.squeeze(1) : scores;
    }

    private static Tensor Binary(Given given, Figures figures, Tensor scores, double margin)
    {
        var labels = given.Vector("labels");
        figures.Add("labels", labels);
        figures.Add("margins", labels * scores);
        return (margin - labels * scores).relu();
    }

    private static Tensor Several(Given given, Figures figures, Tensor scores, double margin)
    {
        var right = given.Vector("targets").to_type(torch.ScalarType.Int64) - 1;
        var classes = scores.shape[1];
        var adds = (scores - scores.gather(1, right.unsqueeze(1)) + margin).relu();
        figures.Add("margins", adds.masked_fill(torch.nn.functional.one_hot(right, classes).to_type(torch.ScalarType.Bool), 0));
        return classes * torch.nn.functional.multi_margin_loss(scores, right, margin: margin, reduction: torch.nn.Reduction.None);
    }
}
