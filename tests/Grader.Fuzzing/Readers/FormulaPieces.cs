namespace Grader.Fuzzing.Readers;

/// <summary>Notation of formulas, in LaTeX, Unicode, ASCII and Python.</summary>
internal static class FormulaPieces
{
    public static IReadOnlyList<string> All { get; } =
    [
        "\\frac", "\\frac{1}{2}", "{", "}", "(", ")", "[", "]", "\\left", "\\right", "\\left(", "\\right)", "^", "_", "^{", "_{", "\\sqrt", "\\sqrt[3]{", "\\begin{pmatrix}", "\\end{pmatrix}", "\\begin{cases}", "\\end{cases}", "\\begin{align}", "\\end{align}",
        "\\begin{array}{cc}", "\\end{array}", "&", "\\\\", "=", "<", ">", "\\le", "≥", "≈", "\\ne", "|", "\\|", "$", "$$", "\\boxed{", "\\sum_{i=1}^{n}", "\\prod", "\\int", "\\int_0^1", "dx", "\\,", "\\pm", "\\cup", "\\cap", "\\in", "\\notin", "\\mathbb{R}", "\\text{", "\\text{ or }", "\\mathrm{",
        "1,234", "0.5", "1e9", "1.47M", "12%", "\\%", "!", "!!", "'", "''", "²", "⁻¹", "₁", "₁₂", "−", "–", "×", "·", "÷", "/", "*", "**", "@", "x", "ab", "w_1", "w_{ij}", "sin", "\\sin", "sin^2", "\\log_2", "ln", "exp(", "max(", "floor(", "⌊", "⌋", "\\lceil", "\\lim_{x \\to 0}", "∞", "-\\infty",
        ",", ";", ":", "::", "\\{", "\\}", "\\tilde{[}", "\\hat{y}", "\\bar", "\\", "𝑁", "\\operatorname{", "or", "and", "mod", "\\frac{\\partial L}{\\partial x}", "dL/dy_11", "d/dx", ".", "...", "\\ldots", "\\cdots", "\u0000", "é", "中", "π", "\\pi", "alpha", "\\theta", "∂", "∇", "√", "½", "^T", "^\\top", "^{-1}", "W'",
        "if(", "transpose(", "layer1.outputWidth", "sum(", "range(1, n)", "5 m", "3 MB", "8 min", "Rational(1, 2)", "Eq(", "sqrt(", "Matrix([[", "]])", "FiniteSet(", "Interval(", "oo", "case:", "comma:", "units:", "python:", "1/3", "⊙", "\\odot", "\\mod", "\\binom{", "\\choose", "\\oplus", "=>", "\\Rightarrow", "->",
        "\\not", "\\quad", "~", " ", "\n", "\\overline{", "\\mathbf{x}", "\\cdot", "\\times", "∈", "∪", "∧", "∨", "\\land", "\\ln", "log", "e^", "i", "\\int x dx", "\\,dx", "|x|", "||", "\\lfloor", "\\rfloor", "\\le x <",
    ];
}
