using Grader.Cli;
using Grader.Cli.Commands;

return (int)CommandLine.Run(GraderCommands.Create(), args);
