using System.Text;
using Grader.Fuzzing.Driving;
using Grader.Mathematics;
using Grader.Mathematics.Tests;

namespace Grader.Fuzzing.Readers;

/// <summary>Two answers to be compared: the right one on the first line, then the other, then a mode and a syntax where they are not the usual ones.</summary>
internal sealed class ComparisonFuzzing : IFuzzedReader
{
    public string Name => "comparison";

    // 20,000 characters of derivatives take 70 MB.
    public long MostBytes => 150_000_000;

    public IReadOnlyList<string> Pieces { get; } = [.. FormulaPieces.All, .. AnswerComparison.Modes.Items.Select(mode => "\n" + mode), "\n\npython", "The answer is $", "$.", "**Answer:** ", "\\boxed{"];

    public IEnumerable<byte[]> Seeds => NearMisses.All.SelectMany(place => place.Right.Concat(place.Wrong).Select(answer => Encoding.UTF8.GetBytes($"{place.Gold.ReplaceLineEndings(" ")}\n{answer.ReplaceLineEndings(" ")}{(place.Mode is null ? "" : "\n" + place.Mode)}")));

    public void Read(byte[] input, Traits traits, bool thorough)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n', 4);
        var request = new ComparisonRequest(lines[0], lines.ElementAtOrDefault(1) ?? "", lines.ElementAtOrDefault(2) is { Length: > 0 } mode ? mode : null, GoldSyntax: lines.ElementAtOrDefault(3) is { Length: > 0 } syntax ? syntax : null);
        var result = AnswerComparison.Compare(request);
        Promise.Hold(Enum.IsDefined(result.Verdict) && result.Rule.Length > 0, "a comparison says what decided");
        traits.Message($"{result.Verdict} {(AnswerComparison.Modes.Items.Contains(request.Mode ?? "") ? request.Mode : "")}", result.Rule);
        var expected = result.Message?.LastIndexOf("expected", StringComparison.Ordinal) ?? -1;
        traits.Message("message", "", result.Message is null ? "" : expected < 0 ? "other" : result.Message[expected..]);
        traits.Message(result.Witness is null ? "said" : "shown", result.Rule);
        if (thorough)
            Promise.Hold(AnswerComparison.Compare(request) == result, "the same pair is compared the same twice", () => $"{result}");
    }
}
