using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>What is right in several ways, for keys and handouts.</summary>
internal static class ConventionText
{
    /// <summary>One sentence a convention: <c>Right as well, if kept throughout: matrices have a row an input (the key: matrices have a row a unit).</c></summary>
    public static IEnumerable<string> Of(Sequence<Convention> conventions) => conventions.Items.Select(convention =>
        $"Right as well, if kept throughout: {string.Join(", or ", convention.Choices.Items.Skip(1).Select(choice => choice.Say))} (the key: {convention.Choices[0].Say}).");
}
