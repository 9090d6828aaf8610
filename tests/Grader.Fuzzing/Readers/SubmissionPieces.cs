namespace Grader.Fuzzing.Readers;

/// <summary>What means something in a submission.</summary>
internal static class SubmissionPieces
{
    public static IReadOnlyList<string> All { get; } =
    [
        "$", "$$", "\\(", "\\)", "\\[", "\\]", "*", "**", "_", "`", "```\n", "```answers\n", "~~~", "|", "||", "\t", "\n", "\n\n", "\r\n", "\r", "> ", "- ", "* ", "1. ", "# ", "## ", "### ", "=====\n", "-----\n", "(a) ", "b) ", "1b: ", "Question 1\n", "Problem 2 (c)", "Aufgabe 3", "问题 1",
        "= ", " = ", "3", "1,234", "1.234,5", "W'", "the accuracy is ", "fell to ", "rose by 3 %", " and ", "respectively", "unchanged", "did not improve", "\\frac{1}{2}", "\\begin{align}", "\\end{align}", "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "\\begin{cases}", "\\\\", "&", "&amp;", "&lt;", "&#x3D;", "[[1 2]\n [3 4]]",
        "[[1, 2], [3, 4]]", "<table>", "<tr><td>", "</td><td>", "</table>", "<!--", "-->", "<br>", "<sub>2</sub>", "<sup>", "![x](y)", "[a](b)", "[^1]", "８", "\u200B", "\u00AD", "𝑊", "\0", "{", "}", "8 min 41 s", "8:41", "90.23 %", "or ", "not ", ":", "~~", "~~4~~ 5", "%", ".", "...", "→", "=>", "---\n", "---\ntitle: x\n---\n", "|---|---|\n", "| a | b |\n",
        "layer 1 ", "W = 3", "δ2", "∂L/∂W", "x_1", "x^2", "²", "≈", "about ", "final answer: ", "Answer: ", "1b.macs-layer1, 3\n", "1b.macs-layer1: 294912\n", "```{r}\n", "## [1] 0.85\n", "[1,] 1 2\n", "[,1] [,2]\n", "`r 1+1`", "\f", "page 2\n", "For layer 2:\n", "Appendix\n", "References\n", "\\text{", "\\boxed{", "5 x 5", "3×3", "1e-3", "1.47M",
        "training accuracy: 85 %, test accuracy: 76.5 %", "  ", "    ", "\\", "\"", "'", "“", "”", "(", ")", "[", "]", "<", ">", "- [ ] ", "\\section{", "\\item ", "\\begin{tabular}{cc}", "\\hline", "{.class}", "[text]{.x}", ":::\n", "$\\begin{matrix}", "Q1", "Part a", "1.", "a.", "i)", "**(b)**",
    ];
}
