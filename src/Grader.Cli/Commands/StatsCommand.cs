using System.CommandLine;
using Grader.Classroom.Statistics;
using Grader.Cli.Files;

namespace Grader.Cli.Commands;

/// <summary><c>grader stats RUN</c>: what the results of a class say of the class, the assignment and its key.</summary>
internal static class StatsCommand
{
    private static readonly string[] Kinds = [.. RatesReports.Kinds, "csv"];

    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a complete run." };
        var reports = AssignmentArguments.Reports(Kinds);
        var command = new Command("stats", "Tell of a graded class: distribution of points, difficulty and discrimination of each check, common mistakes and wrong answers, what could not be read, and submissions that share rare wrong answers.") { run, reports };
        command.SetAction(parsed =>
        {
            var targets = (parsed.GetValue(reports) ?? []).Select(text => ReportTarget.Parse(text.StartsWith("md=", StringComparison.Ordinal) ? "markdown=" + text[3..] : text, Kinds)).ToList();
            var statistics = StatisticsTally.Of(parsed.GetRequiredValue(run));
            RatesReports.Write(targets, $"{statistics.Assignment}-stats", StatisticsPage.Of(statistics), () => JsonStatisticsWriter.Write(statistics), () => CsvStatisticsWriter.Write(statistics));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
