using TorchSharp;

namespace Grader.Reference.Torch.Tests;

/// <summary>Tensors of doubles, from the arrays that cases are made of and back.</summary>
internal static class Tensors
{
    public static torch.Tensor Of(double[] vector) => torch.tensor(vector, torch.float64);

    public static torch.Tensor Of(double[][] matrix) => torch.tensor([.. matrix.SelectMany(row => row)], matrix.Length, matrix[0].Length, torch.float64);

    /// <summary>Row-major.</summary>
    public static double[] Numbers(this torch.Tensor tensor) => tensor.detach().cpu().contiguous().data<double>().ToArray();
}
