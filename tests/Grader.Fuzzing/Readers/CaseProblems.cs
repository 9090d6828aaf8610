using System.Text;
using Grader.Fuzzing.Driving;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Fuzzing.Readers;

/// <summary>What holds of every problem in a file: it has a file, a line and a column within it, and advice.</summary>
internal static class CaseProblems
{
    public static void Hold(Sequence<CaseProblem> problems, Func<string, ReadOnlyMemory<byte>?> file, Traits traits)
    {
        var linesOf = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            traits.Message("problem", problem.Message, problem.Advice);
            Promise.Hold(problem.File.Length > 0 && problem.Message.Length > 1 && problem.Advice.Length > 1, "a problem has a file, a message and advice", () => $"{problem}");
            if (problem.Line == 0)
                continue;
            if (!linesOf.TryGetValue(problem.File, out var lines))
            {
                Promise.Hold(file(problem.File) is { }, "a problem with a line is of a file that is there", () => $"{problem}");
                linesOf[problem.File] = lines = Encoding.UTF8.GetString(file(problem.File)!.Value.Span).Split(["\r\n", "\r", "\n"], StringSplitOptions.None);
            }
            Promise.Hold(problem.Line <= lines.Length && problem.Column >= 1 && problem.Column <= lines[problem.Line - 1].Length + 1, "a problem lies within its file", () => $"{problem}, of {lines.Length} lines");
        }
    }
}
