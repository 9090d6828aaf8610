using Grader.Grading;

namespace Grader.Verification;

/// <summary>What one submission answers to one check.</summary>
internal sealed record PreviewAnswer(string File, CheckGrade Grade)
{
    /// <summary>What answers of one value have in common; words but for their spacing.</summary>
    public string Value => Grade.Value.Length > 0 ? Grade.Value : string.Join(' ', (Grade.Found?.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public PreviewExample Example => new(File, Grade.Found);
}
