using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference.Engines.ConvolutionMatrix;

/// <summary>The mistakes people make in a convolution as a matrix, at each quantity where they can be made; those that change nothing are dropped.</summary>
internal sealed class ConvolutionMatrixMistakes
{
    private readonly ConvolutionMatrixInputs _given;
    private readonly MatrixConvolution _right;
    private readonly WorksheetBuilder _worksheet;

    private ConvolutionMatrixMistakes(ConvolutionMatrixInputs given, WorksheetBuilder worksheet)
    {
        _given = given;
        _right = given.Convolution;
        _worksheet = worksheet;
    }

    public static void Add(ConvolutionMatrixInputs given, WorksheetBuilder worksheet)
    {
        var mistakes = new ConvolutionMatrixMistakes(given, worksheet);
        mistakes.AddTransposes();
        mistakes.AddMoves();
        mistakes.AddChannels();
        mistakes.AddOrders();
        worksheet.DropMistakesWithoutEffect();
    }

    /// <summary>Before those that are made in A as well: who is wrong in B alone made them.</summary>
    private void AddTransposes()
    {
        var (right, square) = (_right.Matrix(_given.Weights), _right.Rows == _right.Columns);
        _worksheet.Mistake("matrix-for-transpose", "Gave A where its transpose was asked.").At("", [("B", new Symbol("A")), .. square ? [] : RightGradient]);
        _worksheet.Mistake("backward-not-flipped", "Applied the kernel the same way round in the backward pass as in the forward pass; the transpose turns it round.")
            .At("", ("B", Transposed(Turned.Matrix(_given.Weights))));

        // Who writes the transpose for A computes with it as it should be; B may follow from it, or be right all the same.
        (string, Expression)[] output = square || _given.Input is null ? [] : [("output", new Product([right, new Symbol("input")]))];
        (string, Expression)[] swapped = [("A", Transposed(right)), .. output, .. square ? [] : RightGradient];
        _worksheet.Mistake("transpose-for-matrix", "Gave the transpose of A where A was asked.")
            .At("A", [.. swapped, ("B", new Symbol("A"))])
            .At("B", [.. swapped, ("B", new Call("transpose", [new Symbol("A")]))]);
    }

    private void AddMoves()
    {
        var (flips, transposed) = (_right.Flipped, _right.Across.Transposed);
        Offer(
            flips || transposed ? "kernel-not-flipped" : "kernel-flipped",
            transposed ? "Did not flip the kernel; a transposed convolution is the full convolution with the flipped kernel."
            : flips ? "Did not flip the kernel; a convolution in the mathematical sense does."
            : "Flipped the kernel; in a neural network it is applied as it is.",
            Turned);
        Offer("stride-forgotten", "Moved the kernel by 1 instead of by the stride.", Along(axis => axis with { Stride = 1 }));
        if (_given.IsFull)
            Offer("valid-for-full", "Took only the places where the kernel lies whole inside the input; the full convolution has all where they meet.", Along(axis => axis with { Padding = 0 }));
        else
            Offer("padding-forgotten", transposed ? "Left out the padding, which is taken off the output." : "Left out the padding.", Along(axis => axis with { Padding = 0 }));
        if (!_given.IsFull && !transposed)
            Offer("full-for-valid", "Gave the full convolution, with all places where kernel and input meet; fewer were asked.", Along(axis => axis with { Padding = Math.Max(axis.Padding, axis.Taps - 1) }));
        OfferMatrix("columns-shifted", "Started the kernel one column too late.", _right with { Across = _right.Across with { Late = 1 } });
    }

    private void AddChannels()
    {
        var (outputs, inputs) = (_right.Channels.Outputs, _right.Channels.Inputs);
        if (_given.IsShared)
        {
            OfferMatrix("channels-summed", "Summed over the channels; the kernel is applied to each by itself.", _right with { Channels = ChannelMap.Summed(inputs) });
            if (inputs > 1 && _worksheet.Has("kernelGradient"))
            {
                var first = _right.Channels with { Pairs = [_right.Channels.Pairs[0]] };
                OfferGradient(_worksheet.Mistake("gradient-of-one-channel", "Took the gradient by the kernel from the first channel alone; a shared kernel has a share of it from each."), "", _right with { Channels = first });
            }

            return;
        }

        OfferMatrix("channels-not-summed", "Kept what each kernel gives by itself; an output channel sums over the input channels.", _right with { Channels = ChannelMap.NotSummed(outputs, inputs) });
        if (outputs != inputs)
            return;
        OfferMatrix("channels-kept-apart", "Connected each output channel to the input channel of its own number alone; it sums over all.", _right with { Channels = ChannelMap.KeptApart(inputs) });
        OfferMatrix("channels-exchanged", "Exchanged input and output channel in the indices of the kernels.", _right with { Channels = ChannelMap.Exchanged(inputs) });
    }

    private void AddOrders()
    {
        OfferMatrix("interleaved", "Ordered the entries position by position instead of channel by channel.", _right with { Order = VecOrder.Positions });
        OfferMatrix("column-by-column", "Ordered the entries column by column instead of row by row.", _right with { Order = VecOrder.Columns });
    }

    private MatrixConvolution Turned => _right with { Flipped = !_right.Flipped };

    private MatrixConvolution Along(Func<SlidingAxis, SlidingAxis> change) => _right with { Down = change(_right.Down), Across = change(_right.Across) };

    /// <summary>Made in A, and in the gradients: by a matrix of another shape they cannot be computed, so there it is made with as many outputs as there are gradients.</summary>
    private void Offer(string id, string say, MatrixConvolution wrong)
    {
        var mistake = OfferMatrix(id, say, wrong);
        var fitted = wrong.WithOutputsOf(_right);
        if (_worksheet.Has("inputGradient") && (wrong.Rows != _right.Rows || !Fits(wrong)))
            mistake.At("inputGradient", ("inputGradient", new Product([Transposed(fitted.Matrix(_given.Weights)), new Symbol("upstream")])));
        OfferGradient(mistake, "kernelGradient", fitted);
    }

    private MistakeBuilder OfferMatrix(string id, string say, MatrixConvolution wrong)
    {
        var mistake = _worksheet.Mistake(id, say);
        return Fits(wrong) ? mistake.At(_given.Upstream is null ? "" : "A", [("A", wrong.Matrix(_given.Weights)), .. wrong.Rows == _right.Rows ? [] : RightGradient]) : mistake;
    }

    /// <summary>What the gradient by the input stays, where the wrong matrix has not as many rows as there are gradients.</summary>
    private (string Quantity, Expression Formula)[] RightGradient =>
        _given.Upstream is null ? [] : [("inputGradient", new Product([Transposed(_right.Matrix(_given.Weights)), new Symbol("upstream")]))];

    private void OfferGradient(MistakeBuilder mistake, string where, MatrixConvolution wrong)
    {
        if (_given is not { Input: not null, Upstream: not null })
            return;
        mistake.At(where, ConvolutionMatrixEngine.KernelGradients(_given, wrong).ToImmutableSortedDictionary(kernel => kernel.Prefix + "kernelGradient", Expression (kernel) => kernel.Rows, StringComparer.Ordinal));
    }

    /// <summary>A kernel that needs its padding fits nowhere without it: then nobody writes that matrix.</summary>
    private static bool Fits(MatrixConvolution convolution) => convolution.Down.Outputs >= 1 && convolution.Across.Outputs >= 1 && ConvolutionMatrixInputs.IsSmall(convolution);

    private static Matrix Transposed(Matrix matrix) =>
        new(Enumerable.Range(0, matrix.ColumnCount).Select(column => matrix.Rows.Items.Select(row => row[column]).ToSequence()).ToSequence());
}
