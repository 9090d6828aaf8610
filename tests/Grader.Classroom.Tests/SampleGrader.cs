using System.Collections.Concurrent;
using Grader.Classroom.Runs;

namespace Grader.Classroom.Tests;

/// <summary>Grades as it is told, and remembers what was to be graded alone.</summary>
internal sealed class SampleGrader(Func<ClassTask, GradedTask> grade, Func<ClassTask, string> inputOf) : ITaskGrader
{
    private readonly ConcurrentQueue<string> _alone = new();

    public IReadOnlyCollection<string> Alone => _alone;

    public string InputOf(ClassTask task) => inputOf(task);

    public byte[] Grade(ClassTask task, bool isAlone, GradingClock clock)
    {
        if (isAlone)
            _alone.Enqueue(task.Name);
        return ResultLine.Write(task, grade(task));
    }
}
