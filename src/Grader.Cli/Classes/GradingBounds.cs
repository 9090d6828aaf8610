using Grader.Classroom.Runs;

namespace Grader.Cli.Classes;

/// <summary>What one submission of a class may take.</summary>
/// <param name="MemoryMiB">Of the process that grades it, all that is graded there at the same time included. What fits into that fits into a process of its own, too: either says the same.</param>
internal sealed record GradingBounds(TimeSpan Time, int MemoryMiB)
{
    public const int DefaultMemoryMiB = 1024;
    public const int LeastMemoryMiB = 64;
    public const int MostMemoryMiB = 1024 * 1024;

    /// <summary>Where nobody said any.</summary>
    public static GradingBounds Again { get; } = new(TimeSpan.FromMinutes(10), DefaultMemoryMiB);

    /// <summary>Those by which a class was graded.</summary>
    public static GradingBounds Of(RunSource source) => new(source.Seconds > 0 ? TimeSpan.FromSeconds(source.Seconds) : Again.Time, source.MemoryMiB > 0 ? source.MemoryMiB : Again.MemoryMiB);

    /// <summary>Bounds this process, so that a submission that takes too much runs out of memory while there is some; it is graded again by a process of its own, which says whether it was that one.</summary>
    public void BoundThisProcess()
    {
        try
        {
            AppContext.SetData("GCHeapHardLimit", (ulong)MemoryMiB << 20);
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // A system that bounds the process itself, or more is in use already.
        }
    }
}
