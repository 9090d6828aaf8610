namespace Grader.Classroom.Runs;

/// <summary>A thread on which submissions are graded.</summary>
public static class GradingThread
{
    // Formulas nest; the bound on depth is the readers', and this is room for it.
    private const int StackBytes = 16 << 20;

    /// <param name="work">Lets nothing escape: there it would end the process.</param>
    public static Thread Start(Action work)
    {
        var thread = new Thread(() => work(), StackBytes) { IsBackground = true, Name = "grading" };
        thread.Start();
        return thread;
    }
}
