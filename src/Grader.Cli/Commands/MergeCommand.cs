using System.CommandLine;
using Grader.Classroom.Decisions;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Cli.Classes;

namespace Grader.Cli.Commands;

/// <summary><c>grader merge RUN… -o RUN</c>: puts the shards of a class together, or what several people decided.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("RUN") { Description = "The folders of all shards, in any order; or copies of a run, with the decisions of several people.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("-o", "--output") { Description = "The folder of the whole run; of decisions also one that is there.", HelpName = "RUN", Required = true };
        var command = new Command("merge", "Put the shards of a class together: the files are those that one run would have written. Or bring the decisions of several people, each made in a copy of the run, into one.") { runs, output };
        command.SetAction(parsed =>
        {
            var place = parsed.GetRequiredValue(output);
            var places = parsed.GetRequiredValue(runs);
            var isOfShards = places.Select(RunFolder.ReadComplete).ToList().Exists(manifest => manifest.Inputs.Shard is not null);
            var outcome = isOfShards ? RunProgressBar.During(progress => RunMerge.Merge(places, place, progress)) : DecisionMerge.Merge(places, place);
            RunSummary.TellProblems(null, outcome.Tally, ContinuousIntegration.Of("auto").IsThere);
            if (!isOfShards)
                StandardOutput.Write(AgreementText.Of(ReviewAgreement.Of(place), DecisionCount.Of(place)));
            StandardOutput.Write(RunSummary.Text(RunFolder.ReadComplete(place).Inputs.Assignment, place, outcome.Tally));
            return (int)RunSummary.Code(outcome.Tally);
        });
        return command;
    }
}
