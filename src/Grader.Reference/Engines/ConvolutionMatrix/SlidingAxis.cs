namespace Grader.Reference.Engines.ConvolutionMatrix;

/// <summary>How a kernel moves along one axis.</summary>
/// <param name="Size">Inputs along it.</param>
/// <param name="Taps">Weights of the kernel along it.</param>
/// <param name="Padding">Zeros added at each end; of a transposed convolution, outputs taken off each end.</param>
/// <param name="Transposed">Each input spreads the kernel over the outputs, in place of each output gathering inputs.</param>
internal sealed record SlidingAxis(int Size, int Taps, int Stride, int Padding, bool Transposed)
{
    /// <summary>An axis along which nothing moves: the height of a sequence.</summary>
    public static readonly SlidingAxis None = new(1, 1, 1, 0, false);

    /// <summary>Inputs by which the kernel starts too late: a mistake where it is not 0.</summary>
    public int Late { get; init; }

    /// <summary>Outputs where their number is given, by a gradient that has an entry for each.</summary>
    public int? Given { get; init; }

    /// <summary>Where it is below 1, the kernel does not fit.</summary>
    public long Outputs => Given ?? (Transposed
        ? (Size - 1L) * Stride + Taps - 2L * Padding
        : Size + 2L * Padding < Taps ? 0 : (Size + 2L * Padding - Taps) / Stride + 1);

    /// <summary>Which weight takes which input to which output, in the order of the moves.</summary>
    public IEnumerable<AxisProduct> Products()
    {
        var (moves, reach) = Transposed ? ((long)Size, Outputs) : (Outputs, (long)Size);
        for (var move = 0; move < moves; move++)
        {
            for (var tap = 0; tap < Taps; tap++)
            {
                var cell = (long)move * Stride + tap - Padding + (Transposed ? 0 : Late);
                if (cell < 0 || cell >= reach)
                    continue;
                if (!Transposed)
                    yield return new(move, (int)cell, tap);
                else if (move + Late < Size)
                    yield return new((int)cell, move + Late, tap);
            }
        }
    }
}

/// <summary>Positions on an axis, from 0.</summary>
internal readonly record struct AxisProduct(int Output, int Input, int Tap);
