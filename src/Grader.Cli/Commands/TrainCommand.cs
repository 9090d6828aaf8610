using System.CommandLine;

namespace Grader.Cli.Commands;

/// <summary><c>grader train …</c>: the trainer with the same arguments.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var arguments = new Argument<string[]>("ARGUMENTS") { Description = "ASSIGNMENT, import RUNS ASSIGNMENT, or doctor, with the options that grader-train --help tells.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("train", "Train the seeded reference runs of an assignment, and make tolerance bands of them (the program grader-train).") { arguments };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => (int)TrainerProgram.Run(After(parsed)));
        return command;
    }

    /// <summary>All that stands behind <c>train</c>, as it was written: its options are the trainer's.</summary>
    private static IEnumerable<string> After(ParseResult parsed) => parsed.Tokens.Select(token => token.Value).SkipWhile(token => token != "train").Skip(1);
}
