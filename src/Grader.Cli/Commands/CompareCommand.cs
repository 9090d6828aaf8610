using System.CommandLine;
using Grader.Cli.Comparing;
using Grader.Mathematics;

namespace Grader.Cli.Commands;

/// <summary><c>grader compare GOLD ANSWER</c>: are two answers equal? <c>--jsonl FILE</c> for many.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var gold = new Argument<string?>("GOLD") { Description = "The right answer: a formula, or prose that holds one.", Arity = ArgumentArity.ZeroOrOne };
        var answer = new Argument<string?>("ANSWER") { Description = "The answer to compare with it.", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string>("--kind") { Description = $"What is compared: {string.Join(' ', AnswerComparison.Modes.Items)}.", DefaultValueFactory = _ => "auto", HelpName = "MODE" };
        kind.AcceptOnlyFromAmong([.. AnswerComparison.Modes.Items]);
        var tolerance = new Option<string?>("--tolerance") { Description = "relative:0.01, absolute:0.5, sigfigs:3 or decimals:2. Default: as many digits as written, at least three significant.", HelpName = "TYPE:VALUE" };
        var syntax = new Option<string>("--gold-syntax") { Description = "How GOLD is written.", DefaultValueFactory = _ => "latex", HelpName = "latex|python" };
        syntax.AcceptOnlyFromAmong("latex", "python");
        var format = new Option<string>("--format") { Description = "What standard output gets.", DefaultValueFactory = _ => "text", HelpName = "text|json" };
        format.AcceptOnlyFromAmong("text", "json");
        var lines = new Option<string?>("--jsonl") { Description = "Compare a pair a line, {\"id\",\"gold\",\"answer\",\"mode\"?,\"tolerance\"?}; - is standard input.", HelpName = "FILE" };

        var command = new Command("compare", "Are two answers equal? Exit 0 equal, 2 different, 9 undecided, 4 unreadable.") { gold, answer, kind, tolerance, syntax, format, lines };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(lines) is { } file)
                return (int)ComparisonStream.Run(file, CommandLine.Stopping.Token);
            if (parsed.GetValue(gold) is not { } right || parsed.GetValue(answer) is not { } given)
                throw new GraderException(ExitCode.WrongUsage, "grader compare: give GOLD and ANSWER, or --jsonl FILE. A formula that starts with - goes after --: grader compare -- -1 \"-2/2\".");
            var result = AnswerComparison.Compare(new(right, given, parsed.GetRequiredValue(kind), ParseTolerance(parsed.GetValue(tolerance)), parsed.GetRequiredValue(syntax)));
            StandardOutput.Write(parsed.GetRequiredValue(format) == "json" ? ComparisonJson.Write(result, id: null) + "\n" : ComparisonText.Write(result));
            return (int)CodeOf(result.Verdict);
        });
        return command;
    }

    private static ExitCode CodeOf(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Equal => ExitCode.Done,
        ComparisonVerdict.Different => ExitCode.AnswerIsNo,
        ComparisonVerdict.Undecided => ExitCode.NeedsReview,
        _ => ExitCode.UnreadableSubmission,
    };

    private static ComparisonTolerance? ParseTolerance(string? text)
    {
        if (text is null)
            return null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && text[..colon] is var type && type is "relative" or "absolute" or "sigfigs" or "decimals" && ComparisonJson.ExactNumber(text[(colon + 1)..]) is { } value)
            return new(text[..colon], value);
        throw new GraderException(ExitCode.WrongUsage, $"--tolerance {text}: write relative:0.01, absolute:0.5, sigfigs:3 or decimals:2.");
    }
}
