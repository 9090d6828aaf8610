using DiffEngine;

namespace Grader.Tests;

/// <summary>
/// Approved output with Verify's conventions: <c>await Verify(text)</c> compares with <c>Fixture.Test.verified.txt</c> in
/// the test project's <c>Snapshots</c> folder and leaves <c>Fixture.Test.received.txt</c> beside it where they differ.
/// Delete this file when the Verify.NUnit package can be had.
/// </summary>
internal static class Snapshot
{
    public static async Task Verify(string text, string extension = "txt")
    {
        var test = TestContext.CurrentContext.Test;
        var arguments = test.Arguments.Length == 0 ? "" : "_" + string.Join('_', test.Arguments.Select(FileNamePart));
        var fixture = test.ClassName![(test.ClassName!.LastIndexOf('.') + 1)..];
        var stem = Path.Combine(Repository.TestProject, "Snapshots", $"{fixture}.{test.MethodName}{arguments}");
        var verified = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        var lines = text.ReplaceLineEndings("\n");

        if (File.Exists(verified) && (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") == lines)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        await File.WriteAllTextAsync(received, lines);
        if (!BuildServerDetector.Detected)
            await DiffRunner.LaunchAsync(received, verified);

        var difference = File.Exists(verified) ? FirstDifference(await File.ReadAllTextAsync(verified), lines) : "nothing approved yet";
        Assert.Fail($"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)}: {difference}");
    }

    private static string FileNamePart(object? argument) =>
        string.Concat((argument?.ToString() ?? "null").Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' ? c : '-'));

    private static string FirstDifference(string verified, string received)
    {
        var before = verified.ReplaceLineEndings("\n").Split('\n');
        var after = received.Split('\n');
        var line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line])
            line++;
        return $"line {line + 1}\n  approved: {(line < before.Length ? before[line] : "(end)")}\n  received: {(line < after.Length ? after[line] : "(end)")}";
    }
}
