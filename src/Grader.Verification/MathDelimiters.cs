namespace Grader.Verification;

/// <summary>What stands around formulas: <c>{0}</c> is the LaTeX.</summary>
internal static class MathDelimiters
{
    public static readonly IReadOnlyList<string> Inline = ["${0}$", "\\({0}\\)", "$`{0}`$", "$ {0} $", "\\\\({0}\\\\)", "$$ {0} $$"];

    public static readonly IReadOnlyList<string> Display =
    [
        "$${0}$$", "$$\n{0}\n$$", "\\[{0}\\]", "\\[\n{0}\n\\]", "```math\n{0}\n```", "\\begin{equation}\n{0}\n\\end{equation}", "\\begin{align*}\n{0}\n\\end{align*}", "$$\n\\begin{aligned}\n{0}\n\\end{aligned}\n$$",
        "[ {0} ]", "\\\\[\n{0}\n\\\\]", "${0}$", "$$\\begin{gathered} {0} \\end{gathered}$$", "$${0} \\tag{7}$$", "$$\\displaystyle {0}.$$",
    ];

    /// <summary>A single sign in plain brackets may cite, so nobody takes it for a display.</summary>
    public static string Displayed(string latex, int option) => Around(latex, latex.Length == 1 && Display[option].StartsWith("[ ", StringComparison.Ordinal) ? Display[0] : Display[option]);

    /// <summary>Where the backslashes of the delimiters are doubled, those of the formula are.</summary>
    public static string Around(string latex, string delimiters) =>
        delimiters.Replace("{0}", delimiters.StartsWith("\\\\", StringComparison.Ordinal) ? latex.Replace("\\", "\\\\", StringComparison.Ordinal) : latex, StringComparison.Ordinal);
}
