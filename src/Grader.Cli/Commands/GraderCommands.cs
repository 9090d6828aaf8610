using System.CommandLine;

namespace Grader.Cli.Commands;

/// <summary>All that the program can be asked for.</summary>
internal static class GraderCommands
{
    public static RootCommand Create() => new("Grades machine-learning homework written in Markdown, and shows what was read, where, and why.")
    {
        CheckCommand.Create(),
        GradeCommand.Create(),
        GradeAloneCommand.Create(),
        MergeCommand.Create(),
        VerifyRunCommand.Create(),
        StatsCommand.Create(),
        ReviewCommand.Create(),
        OverrideCommand.Create(),
        RegradeCommand.Create(),
        ExportCommand.Create(),
        ParseCommand.Create(),
        CompareCommand.Create(),
        KeyCommand.Create(),
        HandoutCommand.Create(),
        CaseCommand.Create(),
        TrainCommand.Create(),
        SealCommand.Create(),
        GradescopeCommand.Create(),
        SchemaCommand.Create(),
        CompletionCommand.Create(),
    };
}
