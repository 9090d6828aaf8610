using TorchSharp;
using TorchSharp.Modules;
using Tensor = TorchSharp.torch.Tensor;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>
/// Steps by libtorch's optimisers, with derivatives by autograd where the function is given, so that the author's derivatives are compared as well. Moments are sums over all
/// gradients so far, not recurrences.
/// </summary>
internal static class GradientDescentOpinion
{
    public static void Compute(Given given, Figures figures)
    {
        var variables = given.Items("variables").Select(variable => new Variable(variable.Text("name"), variable.Text("derivative"), torch.nn.Parameter(torch.tensor(variable.Number("start"), torch.float64)))).ToList();
        var (method, rate) = (given.Text("method", "plain"), given.Number("rate"));
        var descent = new Descent(given, method, rate);
        figures.Add("rate", rate);
        descent.AddSettings(figures);
        foreach (var variable in variables)
        {
            figures.Add($"start.{variable.Name}", variable.Value);
            foreach (var moment in descent.Moments)
                figures.Add($"start.{moment}.{variable.Name}", 0);
        }

        var optimiser = descent.Optimiser(variables.Select(variable => variable.Value));
        AddFunction("start");
        for (var step = 1; step <= given.Whole("steps", 1); step++)
        {
            optimiser.zero_grad();
            if (given.Has("function"))
                Function().backward();
            foreach (var variable in variables)
            {
                // A function that does not depend on a variable leaves no gradient.
                var gradient = given.Has("function") ? variable.Value.grad?.ToDouble() ?? 0 : FormulaText.Evaluate(variable.Derivative, Value).ToDouble();
                variable.Gradients.Add(gradient);
                figures.Add($"step{step}.gradient.{variable.Name}", gradient);
                descent.AddMoments(figures, step, variable);
            }

            foreach (var variable in variables)
                variable.Value.grad = torch.tensor(variable.Gradients[^1], torch.float64);
            optimiser.step();
            foreach (var variable in variables)
                figures.Add($"step{step}.{variable.Name}", variable.Value);
            AddFunction($"step{step}");
        }

        void AddFunction(string at)
        {
            if (given.Has("function"))
                figures.Add($"{at}.function", Function());
        }

        Tensor Function() => FormulaText.Evaluate(given.Text("function"), Value);

        Tensor? Value(string name) => variables.Find(variable => variable.Name == name)?.Value;
    }

    private sealed record Variable(string Name, string Derivative, Parameter Value)
    {
        public List<double> Gradients { get; } = [];
    }

    private sealed class Descent(Given given, string method, double rate)
    {
        private readonly double _momentum = given.Number("momentum", 0.9);
        private readonly string _velocity = given.Text("velocity", "sum");
        private readonly (double First, double Second, double Epsilon) _adam = (given.Number("beta1", 0.9), given.Number("beta2", 0.999), given.Number("epsilon", 1e-8));

        public string[] Moments => method switch { "momentum" => ["velocity"], "adam" => ["m", "v"], _ => [] };

        public void AddSettings(Figures figures)
        {
            if (method == "momentum")
                figures.Add("momentum", _momentum);
            if (method != "adam")
                return;
            figures.Add("beta1", _adam.First);
            figures.Add("beta2", _adam.Second);
            figures.Add("epsilon", _adam.Epsilon);
        }

        /// <summary>libtorch's velocity is the sum of decayed gradients; as an average it moves as with the rate times 1 − m, and as a step it is the move itself.</summary>
        public torch.optim.Optimizer Optimiser(IEnumerable<Parameter> values) => method switch
        {
            "adam" => torch.optim.Adam(values, rate, _adam.First, _adam.Second, _adam.Epsilon),
            "momentum" => torch.optim.SGD(values, _velocity == "average" ? rate * (1 - _momentum) : rate, momentum: _momentum),
            _ => torch.optim.SGD(values, rate),
        };

        public void AddMoments(Figures figures, int step, Variable variable)
        {
            var at = $"step{step}";
            if (method == "momentum")
                figures.Add($"{at}.velocity.{variable.Name}", Decayed(_momentum, 1) * (_velocity switch { "average" => 1 - _momentum, "step" => -rate, _ => 1 }));
            if (method != "adam")
                return;
            figures.Add($"{at}.m.{variable.Name}", Average(_adam.First, 1));
            figures.Add($"{at}.v.{variable.Name}", Average(_adam.Second, 2));
            figures.Add($"{at}.mHat.{variable.Name}", Decayed(_adam.First, 1) / Weights(_adam.First));
            figures.Add($"{at}.vHat.{variable.Name}", Decayed(_adam.Second, 2) / Weights(_adam.Second));

            double Decayed(double decay, int power) => variable.Gradients.Select((gradient, index) => Math.Pow(decay, step - 1 - index) * Math.Pow(gradient, power)).Sum();

            double Average(double decay, int power) => (1 - decay) * Decayed(decay, power);

            double Weights(double decay) => Enumerable.Range(0, step).Sum(age => Math.Pow(decay, age));
        }
    }
}
