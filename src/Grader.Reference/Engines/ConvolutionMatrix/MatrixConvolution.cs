using Grader.Mathematics;

namespace Grader.Reference.Engines.ConvolutionMatrix;

/// <summary>A convolution as the list of its products: a weight takes an entry of vec(X) to an entry of vec(Y). The matrix and the gradients are sums over it.</summary>
/// <param name="Flipped">The kernel is applied turned round.</param>
internal sealed record MatrixConvolution(ChannelMap Channels, SlidingAxis Down, SlidingAxis Across, bool Flipped)
{
    public VecOrder Order { get; init; } = VecOrder.Channels;

    public long Rows => Channels.Outputs * Down.Outputs * Across.Outputs;

    public long Columns => (long)Channels.Inputs * Down.Size * Across.Size;

    public int KernelSize => Down.Taps * Across.Taps;

    /// <summary>Each entry of A that is not 0, in a form that the gradient by the kernel needs as well. Weights run kernel by kernel, each row by row.</summary>
    public IEnumerable<ConvolutionProduct> Products()
    {
        var (down, across) = (Down.Products().ToList(), Across.Products().ToList());
        foreach (var pair in Channels.Pairs)
        {
            foreach (var vertical in down)
            {
                foreach (var horizontal in across)
                {
                    var tap = vertical.Tap * Across.Taps + horizontal.Tap;
                    yield return new(
                        Place(pair.Output, vertical.Output, horizontal.Output, Channels.Outputs, (int)Down.Outputs, (int)Across.Outputs),
                        Place(pair.Input, vertical.Input, horizontal.Input, Channels.Inputs, Down.Size, Across.Size),
                        pair.Kernel * KernelSize + (Flipped ? KernelSize - 1 - tap : tap));
                }
            }
        }
    }

    /// <summary>A, with a row for each output and a column for each input.</summary>
    public Matrix Matrix(Sequence<Expression> weights)
    {
        Expression zero = new Number(0);
        var entries = Enumerable.Range(0, (int)Rows).Select(_ => Enumerable.Repeat(zero, (int)Columns).ToArray()).ToArray();
        foreach (var product in Products())
            entries[product.Output][product.Input] = weights[product.Weight];
        return new(entries.Select(row => row.ToSequence()).ToSequence());
    }

    /// <summary>The gradient of each weight over the entries of <paramref name="upstream"/> and <paramref name="input"/>, columns in the order of vec.</summary>
    public Sequence<Expression> WeightGradients(int weights, string upstream, string input)
    {
        var terms = Enumerable.Range(0, weights).Select(_ => new List<Expression>()).ToList();
        foreach (var product in Products())
            terms[product.Weight].Add(new Product([new Symbol(EntryNames.Of(upstream, product.Output + 1)), new Symbol(EntryNames.Of(input, product.Input + 1))]));
        return terms.Select(sum => sum switch
        {
            [] => new Number(0),
            [var single] => single,
            _ => new Sum(sum.ToSequence()),
        }).ToSequence();
    }

    /// <summary>The same moves with as many outputs as <paramref name="right"/> has: what a given gradient makes of a mistake in them.</summary>
    public MatrixConvolution WithOutputsOf(MatrixConvolution right) => this with { Down = Down with { Given = (int)right.Down.Outputs }, Across = Across with { Given = (int)right.Across.Outputs } };

    private int Place(int channel, int row, int column, int channels, int rows, int columns) => Order switch
    {
        VecOrder.Positions => (row * columns + column) * channels + channel,
        VecOrder.Columns => (channel * columns + column) * rows + row,
        _ => (channel * rows + row) * columns + column,
    };
}

/// <summary>How vec orders the entries.</summary>
internal enum VecOrder
{
    /// <summary>Channel by channel, each row by row.</summary>
    Channels,

    /// <summary>Position by position, all channels of each: a mistake.</summary>
    Positions,

    /// <summary>Channel by channel, each column by column: a mistake.</summary>
    Columns,
}

/// <summary>Places in vec(Y), vec(X) and the weights, from 0.</summary>
internal readonly record struct ConvolutionProduct(int Output, int Input, int Weight);
