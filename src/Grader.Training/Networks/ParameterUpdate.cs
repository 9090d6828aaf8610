using Grader.Reference.Training;
using static TorchSharp.torch;

namespace Grader.Training.Networks;

/// <summary>One step of an optimiser on all parameters at once.</summary>
internal abstract class ParameterUpdate : IDisposable
{
    /// <summary>What it remembers from step to step, in a fixed order.</summary>
    public abstract IReadOnlyList<Tensor> Memory { get; }

    public long Steps { get; set; }

    public static ParameterUpdate Of(Optimizer optimizer, Tensor parameters) => optimizer switch
    {
        Adam adam => new AdamUpdate(adam, parameters),
        GradientDescent descent => new DescentUpdate(descent, parameters),
        _ => throw new InvalidOperationException($"no update for {optimizer}"),
    };

    /// <summary>To be called without recording gradients.</summary>
    /// <param name="rateFactor">Of the schedule.</param>
    public abstract void Step(Tensor parameters, Tensor gradient, double rateFactor);

    public void Dispose()
    {
        foreach (var tensor in Memory)
            tensor.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Adam as in Kingma and Ba (2015), ε outside the root of the corrected second moment, as in PyTorch.</summary>
internal sealed class AdamUpdate(Adam adam, Tensor parameters) : ParameterUpdate
{
    private readonly double _rate = adam.Rate.ToDouble();
    private readonly double _decay = adam.WeightDecay.ToDouble();
    private readonly double _beta1 = adam.Beta1.ToDouble();
    private readonly double _beta2 = adam.Beta2.ToDouble();
    private readonly double _epsilon = adam.Epsilon.ToDouble();
    private readonly Tensor _mean = zeros_like(parameters);
    private readonly Tensor _square = zeros_like(parameters);

    public override IReadOnlyList<Tensor> Memory => [_mean, _square];

    public override void Step(Tensor parameters, Tensor gradient, double rateFactor)
    {
        Steps++;
        if (_decay > 0)
            gradient = gradient + (parameters * _decay);
        _mean.mul_(_beta1).add_(gradient, 1 - _beta1);
        _square.mul_(_beta2).addcmul_(gradient, gradient, 1 - _beta2);
        var root = _square.sqrt().div_(Math.Sqrt(1 - Math.Pow(_beta2, Steps))).add_(_epsilon);
        parameters.addcdiv_(_mean, root, -_rate * rateFactor / (1 - Math.Pow(_beta1, Steps)));
    }
}

/// <summary>Gradient descent with momentum as in PyTorch: the velocity is a sum of gradients, and the rate multiplies it.</summary>
internal sealed class DescentUpdate(GradientDescent descent, Tensor parameters) : ParameterUpdate
{
    private readonly double _rate = descent.Rate.ToDouble();
    private readonly double _decay = descent.WeightDecay.ToDouble();
    private readonly double _momentum = descent.Momentum.ToDouble();
    private readonly Tensor _velocity = zeros_like(parameters);

    public override IReadOnlyList<Tensor> Memory => [_velocity];

    public override void Step(Tensor parameters, Tensor gradient, double rateFactor)
    {
        Steps++;
        if (_decay > 0)
            gradient = gradient + (parameters * _decay);
        _velocity.mul_(_momentum).add_(gradient);
        parameters.add_(descent.Nesterov ? gradient + (_velocity * _momentum) : _velocity, -_rate * rateFactor);
    }
}
