namespace Grader.Reference.Engines.GradientDescent;

/// <summary>A rule that moves a variable along its derivative, with the mistakes made in it.</summary>
internal interface IDescentMethod
{
    /// <summary>Adds what it remembers of a variable before the first step.</summary>
    void AddStart(string variable);

    /// <summary>Adds what it computes for a variable in a step, and the variable after it.</summary>
    void AddStep(DescentStep step);
}

/// <summary>The names of one step of one variable.</summary>
internal readonly record struct DescentStep(int Number, string Variable)
{
    public string At => $"step{Number}";

    public string Before => Number == 1 ? "start" : $"step{Number - 1}";

    /// <summary>The variable before the step.</summary>
    public string Position => $"{Before}.{Variable}";

    /// <summary>The variable after the step.</summary>
    public string Moved => $"{At}.{Variable}";

    public string Gradient => $"{At}.gradient.{Variable}";

    /// <summary>For reports: <c>step2 x</c>.</summary>
    public string Where => $"{At} {Variable}";
}
