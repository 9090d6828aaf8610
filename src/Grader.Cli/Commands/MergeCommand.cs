using System.CommandLine;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Cli.Classes;

namespace Grader.Cli.Commands;

/// <summary><c>grader merge RUN… -o RUN</c>: puts the shards of a class together.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("RUN") { Description = "The folders of all shards, in any order.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("-o", "--output") { Description = "The folder of the whole run.", HelpName = "RUN", Required = true };
        var command = new Command("merge", "Put the shards of a class together: the files are those that one run would have written.") { runs, output };
        command.SetAction(parsed =>
        {
            var place = parsed.GetRequiredValue(output);
            var outcome = RunMerge.Merge(parsed.GetRequiredValue(runs), place);
            RunSummary.TellProblems(null, outcome.Gradebook, ContinuousIntegration.Of("auto").IsThere);
            StandardOutput.Write(RunSummary.Text(RunFolder.ReadComplete(place).Inputs.Assignment, place, outcome.Results, outcome.Gradebook));
            return (int)RunSummary.Code(outcome.Results.Items);
        });
        return command;
    }
}
