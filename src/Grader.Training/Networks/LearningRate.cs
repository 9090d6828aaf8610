using Grader.Reference.Training;

namespace Grader.Training.Networks;

/// <summary>A schedule's factor of the learning rate.</summary>
internal static class LearningRate
{
    /// <param name="epoch">1-based.</param>
    public static double Factor(RunSettings settings, int epoch) => settings.Schedule switch
    {
        StepRate step => Math.Pow(step.Factor.ToDouble(), (epoch - 1) / step.Every),
        CosineRate => (1 + Math.Cos(Math.PI * (epoch - 1) / settings.Epochs)) / 2,
        _ => 1,
    };
}
