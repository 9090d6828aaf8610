using System.Text;

namespace Grader.Cli.Comparing;

/// <summary>Compares a pair a line, streaming, on all cores; answers come in the order of the lines.</summary>
internal static class ComparisonStream
{
    private const int BatchLines = 512;

    public static ExitCode Run(string file, CancellationToken cancellation)
    {
        if (file != "-" && !File.Exists(file))
            throw new GraderException(ExitCode.UnreadableSubmission, $"{file}: there is no such file. Give a file of JSON lines, or - for standard input.");
        try
        {
            using var input = new StreamReader(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file), Encoding.UTF8);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            var lines = new List<string>(BatchLines);
            while (Fill(input, lines))
            {
                cancellation.ThrowIfCancellationRequested();
                var answers = new string[lines.Count];
                Parallel.For(0, lines.Count, i => answers[i] = ComparisonJson.Answer(lines[i]));
                foreach (var answer in answers)
                    output.WriteLine(answer);
                output.Flush();
            }
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.UnreadableSubmission, $"{file}: cannot be read ({error.Message}).");
        }
    }

    /// <summary>The next lines; blank ones are no pairs.</summary>
    private static bool Fill(StreamReader input, List<string> lines)
    {
        lines.Clear();
        while (lines.Count < BatchLines && input.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                lines.Add(line);
        }
        return lines.Count > 0;
    }
}
