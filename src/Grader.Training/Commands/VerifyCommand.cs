using System.CommandLine;
using Grader.Cli;
using Grader.Cli.Files;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Training.Native;
using Grader.Training.Networks;
using Grader.Training.SecondOpinion;
using TorchSharp;

namespace Grader.Training.Commands;

/// <summary><c>grader-train verify ASSIGNMENT</c>: an assignment's worksheets against a second implementation in double precision.</summary>
internal static class VerifyCommand
{
    public static Command Create(CancellationToken stopping)
    {
        var assignment = new TrainOptions().Assignment;
        var student = new Option<string>("--student") { Description = "Verify the variant of this student, where inputs are drawn for each.", HelpName = "ID", DefaultValueFactory = _ => "" };
        student.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var id }] && string.IsNullOrWhiteSpace(id))
                result.AddError("--student: write the student's id.");
        });
        var format = new Option<string>("--format") { Description = "What standard output gets: text or json.", HelpName = "KIND", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("verify", "Compare an assignment's worksheets with a second implementation (libtorch in double precision). Exits with 2 where they disagree.") { assignment, student, format };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(assignment), parsed.GetRequiredValue(student), parsed.GetRequiredValue(format), stopping));
        return command;
    }

    private static ExitCode Run(string name, string student, string format, CancellationToken stopping)
    {
        var root = ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder;
        var assignment = CaseFolder.Load(name, root, isPath: true, student);
        if (TorchLibrary.Trouble() is { } trouble)
            throw new DeviceException(trouble);
        torch.set_num_threads(1);
        var source = CaseFolder.Open(name, root, isPath: true).Source;
        var questions = assignment.Questions.Items.Zip(DrawnQuestion.Read(source, student).Items, (question, drawn) =>
        {
            stopping.ThrowIfCancellationRequested();
            return QuestionComparison.Of(question, question.Worksheet, drawn, source);
        });
        var agreement = new AssignmentAgreement(assignment.Id, assignment.Title, student, questions.ToSequence());
        StandardOutput.Write(format == "json" ? AgreementJson.Write(agreement) : AgreementText.Write(agreement));
        return agreement.Agrees ? ExitCode.Done : ExitCode.AnswerIsNo;
    }
}
