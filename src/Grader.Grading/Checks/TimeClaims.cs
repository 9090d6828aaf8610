using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>Claims about running times: "training took longer" says nothing of how well it went.</summary>
internal static class TimeClaims
{
    private static readonly HashSet<string> TimeWords = new(StringComparer.Ordinal) { "time", "times", "took", "takes", "take", "run", "runs", "runtime", "running", "longer", "shorter", "slower", "faster", "quicker", "minutes", "seconds", "duration" };

    public static bool IsOne(ChangeClaim claim) => Says(claim.Subject) || Says(claim.Text);

    public static bool Says(string text) => Words.Of(text).Any(TimeWords.Contains);
}
