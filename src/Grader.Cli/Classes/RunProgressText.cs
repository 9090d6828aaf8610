using System.Globalization;
using Grader.Classroom.Runs;

namespace Grader.Cli.Classes;

/// <summary>How far a run is, in words and numbers.</summary>
internal static class RunProgressText
{
    /// <summary><c>1200 of 10000 (12 %), 980 a second, 9 s left</c>.</summary>
    public static string Of(RunProgress progress)
    {
        var fresh = progress.Done - progress.Earlier;
        var rate = progress.Elapsed > TimeSpan.Zero ? fresh / progress.Elapsed.TotalSeconds : 0;
        var left = progress.Of - progress.Done;
        var pace = fresh == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {rate:0.#} a second{(left == 0 ? "" : $", {Time(TimeSpan.FromSeconds(left / rate))} left")}");
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Of} ({(progress.Of == 0 ? 100 : 100L * progress.Done / progress.Of)} %){pace}");
    }

    private static string Time(TimeSpan time) =>
        time.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
        : time.TotalHours < 1 ? time.ToString("m\\:ss", CultureInfo.InvariantCulture) + " min"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0}:{time.Minutes:00} h");
}
