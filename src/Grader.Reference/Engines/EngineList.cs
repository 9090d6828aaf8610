using Grader.Mathematics;
using Grader.Reference.Engines.BatchNormalization;
using Grader.Reference.Engines.ConvolutionMatrix;
using Grader.Reference.Engines.ConvolutionStack;

namespace Grader.Reference.Engines;

/// <summary>All engines, by the name that case files call them.</summary>
internal static class EngineList
{
    public static readonly Sequence<IEngine> All =
    [
        new ConvolutionStackEngine(),
        new BatchNormalizationEngine(),
        new ConvolutionMatrixEngine(),
    ];

    public static IEngine? Find(string name) => All.Items.FirstOrDefault(engine => engine.Inputs.Name == name);
}
