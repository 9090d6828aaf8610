using Grader.Reference.Cases;
using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Engines.DenseNetwork;

/// <summary>The inputs of a dense network in a case file.</summary>
internal static class DenseNetworkShapes
{
    public static readonly CaseShape Layer = new("denseLayer", "A dense layer: a = f(W x + b).", [
        new("weights", true, CaseValues.Table, "W: a row a unit, a column an input."),
        new("bias", false, CaseValues.Table, "b: a number a unit; none unless said."),
        new("activation", false, OneOf("identity", "sigmoid", "tanh", "relu"), "f; identity unless said."),
    ]);

    public static readonly CaseShape Inputs = new("dense-network", "A dense network, forward and backward, with numbers.", [
        new("name", true, """{ "const": "dense-network" }""", "The engine."),
        new("input", true, CaseValues.Table, "x, a number an input."),
        new("layers", true, ListOf(Layer), "The layers, first to last."),
        new("target", false, CaseValues.Table, "The right output; without one the network runs forward only."),
        new("loss", false, OneOf("half-squared-error", "squared-error"), "Sum over the outputs of (a - t)^2/2, or of (a - t)^2; half-squared-error unless said."),
        new("rate", false, InputNumber, "Learning rate of one step of gradient descent; none unless said."),
    ]);
}
