namespace Grader.Classroom.Runs;

/// <summary>Grades the submissions of a class. Safe on any thread; whatever goes wrong with one is its result.</summary>
public interface ITaskGrader
{
    /// <summary>SHA-256 over all that grading a submission would read, lower-case hexadecimal.</summary>
    string InputOf(ClassTask task);

    /// <param name="isAlone">In a process of its own, where there can be one: where that ends, this one goes on.</param>
    /// <param name="clock">Stopped where the time is bounded otherwise.</param>
    /// <returns>The result's line, as <see cref="ResultLine.Write"/> gives it.</returns>
    /// <exception cref="OperationCanceledException">The user asks to stop.</exception>
    byte[] Grade(ClassTask task, bool isAlone, GradingClock clock);
}
