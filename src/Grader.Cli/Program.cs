using System.CommandLine;
using Grader.Cli;
using Grader.Cli.Commands;

var root = new RootCommand("Grades machine-learning homework written in Markdown, and shows what was read, where, and why.")
{
    CheckCommand.Create(),
    GradeCommand.Create(),
    ParseCommand.Create(),
    CompareCommand.Create(),
    KeyCommand.Create(),
    HandoutCommand.Create(),
    CaseCommand.Create(),
    TrainCommand.Create(),
    SealCommand.Create(),
    SchemaCommand.Create(),
};

return (int)CommandLine.Run(root, args);
