namespace Grader.Reference.Engines.ConvolutionStack;

/// <summary>What goes wrong in counting a convolutional network, each mistake at each layer where it changes something.</summary>
internal sealed class StackMistakes(WorksheetBuilder worksheet)
{
    public SizeMistakes Sizes { get; } = new(worksheet);

    public CountMistakes Counts { get; } = new(worksheet);
}
