using System.CommandLine;
using Grader.Cli.Files;
using Grader.Cli.Sealing;
using Grader.Reference;

namespace Grader.Cli.Commands;

/// <summary><c>grader seal ASSIGNMENT</c>: an assignment in one file that only its key opens.</summary>
internal static class SealCommand
{
    public static Command Create()
    {
        var assignment = AssignmentArguments.Assignment();
        assignment.Description = "Its folder, its assignment.json, or its name in cases/.";
        assignment.Arity = ArgumentArity.ZeroOrOne;
        var output = new Option<string?>("-o", "--output") { Description = "The sealed file; - is standard output. Default: the assignment's id and .sealed. With --practice a new folder; default: the id and -practice.", HelpName = "FILE|FOLDER" };
        var keyFile = AssignmentArguments.KeyFile();
        keyFile.Description = $"The key to seal with: 32 random bytes in base64, or a long passphrase. Default: what {SealKey.Variable} holds.";
        var newKey = new Option<string?>("--new-key") { Description = "Make a random key, write it to this new file, and seal with it where an assignment is given.", HelpName = "FILE" };
        var practice = new Option<bool>("--practice") { Description = "Write a folder for a student to practise with instead: a handout with other inputs, and its own answers, sealed with a key that lies beside. Needs inputs that are drawn." };
        var student = new Option<string?>("--student") { Description = "With --practice: whose own variant it must differ from.", HelpName = "ID" };
        var command = new Command("seal", "Seal an assignment in one file (AES-256-GCM) that grades as the open one does, where the key is there, and says nothing without it.") { assignment, output, keyFile, newKey, practice, student };
        command.Validators.Add(result =>
        {
            if (result.GetResult(assignment) is not { Tokens.Count: > 0 } && result.GetResult(newKey) is null)
                result.AddError("There is nothing to seal. Write `grader seal ASSIGNMENT -o hw5.sealed`, or `grader seal --new-key FILE` for a key.");
            if (result.GetResult(keyFile) is not null && result.GetResult(newKey) is not null)
                result.AddError("--new-key makes a key, and --key-file names one. Give one of them.");
            if (result.GetValue(practice) && (result.GetResult(assignment) is not { Tokens.Count: > 0 } || result.GetResult(keyFile) is not null || result.GetResult(newKey) is not null))
                result.AddError("--practice makes its own key, in the folder. Write `grader seal --practice ASSIGNMENT -o FOLDER`.");
            if (result.GetResult(student) is not null && !result.GetValue(practice))
                result.AddError("--student: it says whose variant --practice must differ from; all variants are sealed in one file.");
        });
        command.SetAction(parsed => (int)(parsed.GetValue(practice) ? PracticeFolder.Write(parsed.GetValue(assignment)!, parsed.GetValue(output), parsed.GetValue(student)) : Run(parsed.GetValue(assignment), parsed.GetValue(output), parsed.GetValue(keyFile), parsed.GetValue(newKey))));
        return command;
    }

    private static ExitCode Run(string? assignment, string? output, string? keyFile, string? newKey)
    {
        var contents = assignment is null ? null : SealableCase.Read(assignment);
        if (contents is not null)
            SealedOutput.Check(output ??= $"{contents.Id}.sealed");
        if (newKey is not null)
        {
            KeyFile.WriteNew(newKey, "--new-key");
            StandardError.WriteLine($"{newKey}: a new key. Whoever has it opens what it seals; without it nobody does.");
        }
        if (contents is null)
            return ExitCode.Done;
        var key = SealKey.Given(newKey ?? keyFile) ?? throw new GraderException(ExitCode.WrongUsage, $"There is no key. Set {SealKey.Variable}, give --key-file FILE, or make one with --new-key FILE.");
        if (key.Weakness() is { } weakness)
            throw new GraderException(ExitCode.WrongUsage, $"Not sealed: {weakness}");
        SealedOutput.Write(output!, SealedFile.Seal(contents.Packed, key));
        StandardError.WriteLine($"{output}: {contents.Id} is sealed, {contents.Files} files. Keep the key apart from it, and out of the repository.");
        return ExitCode.Done;
    }
}
