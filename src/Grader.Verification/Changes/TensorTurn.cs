using Grader.Mathematics;

namespace Grader.Verification;

internal static class TensorTurn
{
    public static Tensor Transposed(Tensor tensor)
    {
        var (rows, columns) = (tensor.Shape[0], tensor.Shape[1]);
        return new([columns, rows], Enumerable.Range(0, rows * columns).Select(at => tensor.Entries[at % rows * columns + at / rows]).ToSequence());
    }
}
