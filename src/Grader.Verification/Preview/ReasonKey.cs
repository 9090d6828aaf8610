using System.Text.RegularExpressions;
using Grader.Reference;

namespace Grader.Verification;

/// <summary>What messages that give one reason have in common: all but the numbers in them and the words of the submission.</summary>
internal sealed partial class ReasonKey(Check check)
{
    /// <summary>The assignment's own words: which idea is missing is the reason.</summary>
    private readonly HashSet<string> _own = check switch
    {
        RubricCheck rubric => [.. rubric.Ideas.Items.Select(idea => idea.Say)],
        ChoiceCheck choice => [.. choice.Choices.Items.Select(item => item.Id)],
        _ => [],
    };

    public string Of(string message) => Varying().Replace(message, match => match.Value[0] != '“' ? "#" : _own.Contains(match.Value[1..^1]) ? match.Value : "“…”");

    [GeneratedRegex("“[^”]*”|[-−]?[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Varying();
}
