namespace Grader.Mathematics.Tests;

/// <summary>A right answer, other ways to write it, and answers that miss it by one sign, index, exponent, entry, unit or bracket.</summary>
internal sealed record Neighbourhood(string Gold, string[] Right, string[] Wrong, string? Mode = null);

internal static class NearMisses
{
    public static readonly Neighbourhood[] All =
    [
        // Numbers
        new("1474560", ["1,474,560", "1 474 560", @"1{,}474{,}560", @"1 { , } 474 { , } 560", "1.47456e6", @"1.47456 \times 10^{6}"], ["1474561", @"1 { , } 474 { , } 56", @"1 { , } 474 { , } 561", "147456", "14745600", "1,474,506", "-1474560", "1.47455e6"]),
        new(@"\frac{7}{12}", ["7/12", @"\dfrac7{12}", "14/24", @"\frac{-7}{-12}"], ["12/7", "-7/12", "7/13", "8/12", "7*12", "0.58"]),
        new("0.0625", [@"\frac{1}{16}", "2^{-4}", "6.25%", "6.25e-2"], ["0.625", "0.0652", "1/15", "2^{-5}", "2^4", "6.25"]),
        new(@"3\frac{1}{4}", ["3.25", "13/4", "3 1/4"], ["3/4", "3.4", @"-3\frac14", @"4\frac13", "12/4"]),
        new(@"0.1\overline{6}", ["1/6", @"\frac{2}{12}"], ["0.16", "1/5", @"0.\overline{16}", @"0.0\overline{6}", "16/100"]),
        new(@"\sqrt{48}", [@"4\sqrt{3}", @"2\sqrt{12}", "48^{1/2}", "sqrt(48)"], [@"3\sqrt{4}", @"-4\sqrt{3}", @"4\sqrt{2}", @"\sqrt{47}", @"\sqrt[3]{48}", "24"]),
        new(@"\frac{1+\sqrt{5}}{2}", [@"\frac12+\frac{\sqrt5}{2}", @"(1+\sqrt{5})/2", @"\frac{2}{\sqrt{5}-1}"], [@"\frac{1-\sqrt{5}}{2}", @"1+\frac{\sqrt5}{2}", @"\frac{1+\sqrt{6}}{2}", @"\frac{1+\sqrt5}{3}", @"\frac{2}{\sqrt5+1}"]),
        new(@"2^{100}", ["1267650600228229401496703205376", @"4^{50}"], ["1267650600228229401496703205377", "2^{99}", "2^{101}", "100^2", "-2^{100}"]),
        new(@"\ln 6", [@"\ln 2 + \ln 3", @"\log 6", "1.791759"], [@"\ln 2 \cdot \ln 3", @"\ln 5", @"-\ln 6", @"\log_{10} 6", "1.78"]),
        new(@"\frac{\pi^2}{6}", [@"\pi^2/6", "1.644934"], [@"\frac{\pi}{6}", @"\frac{\pi^2}{8}", @"-\frac{\pi^2}{6}", @"\frac{\pi^3}{6}", "1.65"]),
        new("65536", ["2^{16}", @"256 \times 256", "65,536", "16^4"], ["65535", "65536.5", "2^{15}", "6553.6", @"256 \times 255"]),
        new("12!", ["479001600", @"12 \cdot 11!"], ["13!", "11!", "479001601", "(12!)!", "12"]),
        new(@"\binom{10}{3}", ["120", @"\frac{10!}{3!\,7!}", @"{10 \choose 7}"], [@"\binom{10}{4}", @"\binom{3}{10}", "720", "-120", "10/3"]),
        new("17%", ["0.17", @"17\%", "17 percent", "17 Percent", "17 Prozent", "17 per cent", "17 pour cent", "17 por ciento", @"17 \text{ Prozent}", @"17\text{ per cent}", "17/100"], ["17.1%", "1.7%", "-17%", "0.017", "0.71", "0.17 Prozent", "0.17 per cent", @"0.17\text{ pour cent}", "1.7 Prozent"], "percent"),
        new("0.746232", ["74.6232 Prozent", "74.6232 per cent", "the answer is 74.6232 pour cent"], [".746232 Prozent", "0.746232 percent", "0.746232 per cent", "746.232 Prozent"]),
        new(@"\log_2 1024", ["10", @"\frac{\ln 1024}{\ln 2}"], [@"\log_3 1024", "11", "-10", @"\log_2 512", "1/10"]),

        // Polynomials and rational functions
        new("x^2 - 5x + 6", ["(x-2)(x-3)", "6 - 5x + x^2", "x**2 - 5*x + 6", "(2-x)(3-x)"], ["x^2 + 5x + 6", "x^2 - 5x - 6", "(x-2)(x+3)", "x^3 - 5x + 6", "x^2 - 6x + 5", "x^2 - 5 + 6"]),
        new("(a+b)^3", ["a^3+3a^2b+3ab^2+b^3", "(b+a)^3", "(a+b)(a+b)(a+b)"], ["a^3+b^3", "(a-b)^3", "(a+b)^2", "3(a+b)", "a^3+3a^2b-3ab^2+b^3", "(a+c)^3"]),
        new(@"\frac{x^2-4}{x-2}", ["x+2", "2+x"], ["x-2", "x+4", "x^2-2", "2-x", "x"]),
        new(@"\frac{a}{b}+\frac{c}{d}", [@"\frac{ad+bc}{bd}", "(a d + b c)/(b d)"], [@"\frac{a+c}{b+d}", @"\frac{ad-bc}{bd}", @"\frac{ac}{bd}", @"\frac{ad+bc}{b+d}", @"\frac{ab+cd}{bd}"]),
        new("w_1 x_1 + w_2 x_2 + b", ["b + x_2 w_2 + x_1 w_1", "w1*x1 + w2*x2 + b", @"w_{1}x_{1}+w_{2}x_{2}+b", "w₁x₁ + w₂x₂ + b"], ["w_1 x_2 + w_2 x_1 + b", "w_1 x_1 + w_2 x_2 - b", "w_1 x_1 + w_2 x_2", "w_1 x_1 + w_3 x_2 + b", "w_1 + x_1 + w_2 + x_2 + b", "w_1 x_1 + w_2 x_2 + b_1"]),
        new("(W - K + 2P)/S + 1", [@"\frac{W-K+2P}{S}+1", "(W+2P-K+S)/S"], ["(W - K + 2P)/(S + 1)", "(W - K + P)/S + 1", "(W + K + 2P)/S + 1", "(W - K + 2P)/S", "(W - K - 2P)/S + 1"]),
        new("n(n+1)/2", [@"\sum_{i=1}^{n} i", @"\binom{n+1}{2}", @"\frac{n^2+n}{2}"], ["n(n-1)/2", @"\sum_{i=1}^{n} i^2", @"\sum_{i=1}^{n-1} i", "n(n+1)/3", "n(n+1)"]),
        new("(x-a)^{6000}", ["(a-x)^{6000}", "((x-a)^2)^{3000}"], ["(x-a)^{5999}", "(x-a)^{6001}", "(x+a)^{6000}", "(x-b)^{6000}", "-(x-a)^{6000}"]),
        new(@"\frac{1}{2^{99}}", ["2^{-99}", @"\left(\frac12\right)^{99}"], [@"\frac{1}{2^{98}}", @"\frac{1}{2^{100}}", "0", @"-\frac{1}{2^{99}}", "2^{99}"]),

        // Functions
        new(@"\sin^2\theta", [@"1-\cos^2\theta", @"\frac{1-\cos 2\theta}{2}", @"(\sin\theta)^2"], [@"1+\cos^2\theta", @"\sin\theta^2", @"\sin 2\theta", @"\frac{1+\cos 2\theta}{2}", @"-\sin^2\theta", @"\sin^3\theta"]),
        new(@"\frac{1}{1+e^{-z}}", [@"\frac{e^z}{1+e^z}", @"(1+\exp(-z))^{-1}", @"1-\frac{1}{1+e^{z}}", "1/(1 + exp(-z))"], [@"\frac{1}{1+e^{z}}", @"\frac{1}{1-e^{-z}}", @"\frac{1}{e^{-z}}", @"1+e^{-z}", @"\frac{1}{1+e^{-x}}", @"\frac{2}{1+e^{-z}}"]),
        new(@"\tanh x", [@"\frac{e^x-e^{-x}}{e^x+e^{-x}}", @"\frac{e^{2x}-1}{e^{2x}+1}", @"2\sigma-1+\tanh x - (2\sigma - 1)"], [@"\frac{e^x+e^{-x}}{e^x-e^{-x}}", @"\tan x", @"-\tanh x", @"\sinh x", @"\tanh 2x"]),
        new(@"\sqrt{x^2}", ["|x|", @"\left|x\right|"], ["x", "-x", "x^2", @"\sqrt{x}", "|x|^2"]),
        new(@"\ln(xy)", [@"\ln x+\ln y", @"\log(yx)"], [@"\ln x \ln y", @"\ln(x+y)", @"\ln x-\ln y", @"\ln(x/y)", @"\ln(2xy)"]),
        new("e^{x+y}", ["e^x e^y", @"\exp(x+y)", "e^{y}e^{x}"], ["e^x+e^y", "e^{xy}", "e^{x-y}", "-e^{x+y}", "2^{x+y}"]),
        new("2^{n+1}", [@"2\cdot 2^n", "2^n+2^n"], ["2^n+1", "4^n", "2^{n-1}", "2^{2n}", "2n+1"]),
        new(@"\arctan x + \arctan y", [@"\arctan y+\tan^{-1}x"], [@"\arctan(x+y)", @"\arctan x-\arctan y", @"\arctan x", @"\tan x+\tan y", @"\arctan(xy)"]),
        new(@"\max(a,b)", [@"\max(b,a)", @"\frac{a+b+|a-b|}{2}"], [@"\min(a,b)", "a+b", @"\max(a,c)", @"\frac{a+b-|a-b|}{2}", "b"]),
        new("(n+1)!", ["(n+1) n!", "(1+n)!"], ["n!+1", "n!", "(n-1)!", "(n+1) n", "n (n+1)!"]),
        new(@"\frac{d}{dx}\left(x^3\right)", ["3x^2"], ["x^2", "3x^3", "2x^3", "3x", "-3x^2"]),

        // Symbols of machine learning
        new(@"\frac{\partial L}{\partial y_{11}}", ["dL/dy_11", "∂L/∂y_{11}", @"\frac{dL}{dy_{11}}"], [@"\frac{\partial L}{\partial y_{12}}", @"\frac{\partial L}{\partial x_{11}}", @"\frac{\partial y_{11}}{\partial L}", @"-\frac{\partial L}{\partial y_{11}}", @"\frac{\partial M}{\partial y_{11}}"]),
        new(@"\hat{y}-y", [@"-(y-\hat y)", @"\hat{y} + (-y)"], [@"y-\hat{y}", @"\hat{y}+y", @"\tilde{y}-y", @"\hat{y}-x", @"\hat{y}"]),
        new(@"\frac{1}{m}\sum_{i=1}^{m} z_i", [@"\frac{\sum_{j=1}^{m} z_j}{m}", @"\frac1m\sum_{k=1}^m z_k"], [@"\sum_{i=1}^{m} z_i", @"\frac{1}{m}\sum_{i=1}^{m} x_i", @"\frac{1}{m}\sum_{i=1}^{m} z_i^2", @"\frac{1}{m+1}\sum_{i=1}^{m} z_i", @"\frac{1}{m}\sum_{i=2}^{m} z_i"]),
        new("W'", [@"W'", @"W^{\prime}"], ["W", "W''", "V'", "-W'", "W'+1"]),
        new(@"\alpha\beta", ["βα", "alpha*beta"], [@"\alpha+\beta", @"\alpha\gamma", @"\alpha", @"\frac{\alpha}{\beta}", @"-\alpha\beta"]),

        // Equations and inequalities
        new("y = 2x + 3", ["y - 2x = 3", "2x - y + 3 = 0", "4x + 6 = 2y", "2x+3"], ["y = 2x - 3", "y = 3x + 2", "x = 2y + 3", "y = -2x + 3", "y = 2x", "2x + 3 = 0"]),
        new("x^2 + y^2 = 25", ["25 = y^2 + x^2", "2x^2+2y^2-50=0"], ["x^2 - y^2 = 25", "x^2 + y^2 = 5", "x + y = 25", "x^2 + y^2 = -25", "x^2+y^2", "25"]),
        new("xy = 6", ["y = 6/x", @"x = \frac{6}{y}"], ["x + y = 6", "xy = 5", "y = 6x", "x/y = 6", "xy = -6"]),
        new("k = 4", ["4", "4 = k", "2k = 8", "k=4.0"], ["k = -4", "j = 4", "-4", "k = 5", "k^2 = 16", "4 + k = 0"]),
        new("x = 1, x = -2", [@"x = -2 \text{ or } x = 1", @"\{1, -2\}", "-2, 1"], ["x = 1", "x = -1, x = 2", "1, 2", "x = 1, y = -2", "1, -2, 3"]),
        new(@"x = \pm 3", ["3, -3", @"x = 3 \text{ or } x = -3", @"\{-3,3\}"], ["3", "-3", @"x = \pm 2", "3, 4", @"\{3\}"]),
        new("x > 2", ["2 < x", @"(2,\infty)", "3x > 6", "-x < -2", @"x\in(2,\infty)"], ["x < 2", @"x \ge 2", "x > -2", "y > 2", @"[2,\infty)", @"(-\infty,2)", "x = 2"]),
        new(@"-1 \le x < 5", ["[-1,5)", "5 > x >= -1", @"x \ge -1 \text{ and } x < 5"], [@"-1 < x < 5", @"-1 \le x \le 5", "(-1,5)", "[-1,5]", "(-1,5]", @"1 \le x < 5", "[-1,4)"]),
        new(@"a \ne b", [@"b \ne a", "a != b"], ["a = b", "a < b", @"a \ne c", "a > b", @"a \le b"]),
        new("x + y = 3, x - y = 1", ["x = 2, y = 1", "2x = 4, x + y = 3"], ["x = 1, y = 2", "x = 2, y = -1", "x + y = 3", "x + y = 3, x - y = 2", "x=2"]),

        // Sets, intervals, tuples
        new(@"\{1,2,3\}", [@"\{3,1,2\}", "1,2,3", "{1,2,3}", @"\{1,1,2,3\}"], [@"\{1,2\}", @"\{1,2,4\}", @"\{1,2,3,4\}", @"\{-1,2,3\}", "6", @"\{\{1,2,3\}, 4\}"]),
        new("(3, -4)", ["(3,-4)", @"\left(3,\,-4\right)", @"\langle 3, -4\rangle", "(6/2, -4)"], ["(-4, 3)", "(3, 4)", "(3, -4, 0)", "(3, -5)", "-1", "(3,)"], "tuple"),
        new("[0, 1)", ["[0,1)", @"\left[0,1\right)", @"[0,1[", @"0\le x<1"], ["(0,1)", "[0,1]", "(0,1]", "[0,2)", "[-1,1)", "[1,0)", "0"], "interval"),
        new(@"(-\infty,0)\cup(2,\infty)", [@"(2,\infty)\cup(-\infty,0)", @"\mathbb{R}\setminus[0,2]"], [@"(-\infty,0]\cup(2,\infty)", @"(-\infty,0)\cup[2,\infty)", @"(-\infty,2)\cup(0,\infty)", @"(0,2)", @"(-\infty,0)", @"(-\infty,0)\cup(3,\infty)"], "interval"),
        new("(1,2), (3,4)", [@"(3,4) \text{ and } (1,2)", "(1,2) or (3,4)"], ["(2,1), (3,4)", "(1,2)", "(1,3), (2,4)", "(1,2), (3,5)", "1, 2, 3, 4"]),
        new(@"\varnothing", [@"\emptyset", "∅"], ["0", @"\{0\}", @"\{\varnothing, 1\}", @"\mathbb{R}", "1"]),

        // Matrices
        new(@"\begin{pmatrix}1&2\\3&4\end{pmatrix}", ["[[1, 2], [3, 4]]", @"\begin{bmatrix}1&2\\3&4\end{bmatrix}", @"\left[\begin{array}{cc}1&2\\3&4\end{array}\right]", @"\begin{pmatrix}1&3\\2&4\end{pmatrix}^T"], ["[[1, 3], [2, 4]]", "[[1, 2], [3, 5]]", "[[1, 2], [3, -4]]", "[[1, 2, 0], [3, 4, 0]]", "[[3, 4], [1, 2]]", "[1, 2, 3, 4]", "-2", "[[1, 2]]"], "matrix"),
        new(@"\begin{bmatrix}x_{11}w_1 + x_{12}w_2\\x_{21}w_1+x_{22}w_2\end{bmatrix}", [@"\begin{bmatrix}x_{11}&x_{12}\\x_{21}&x_{22}\end{bmatrix}\begin{bmatrix}w_1\\w_2\end{bmatrix}", "[[w_1 x_11 + w_2 x_12], [w_1 x_21 + w_2 x_22]]"], [@"\begin{bmatrix}x_{11}w_1 + x_{12}w_2\\x_{21}w_1+x_{22}w_1\end{bmatrix}", @"\begin{bmatrix}w_1\\w_2\end{bmatrix}\begin{bmatrix}x_{11}&x_{12}\\x_{21}&x_{22}\end{bmatrix}", @"\begin{bmatrix}x_{11}&x_{21}\\x_{12}&x_{22}\end{bmatrix}\begin{bmatrix}w_1\\w_2\end{bmatrix}", @"\begin{bmatrix}x_{11}w_1 - x_{12}w_2\\x_{21}w_1+x_{22}w_2\end{bmatrix}"], "matrix"),
        new("AB", ["A B", @"A \cdot B"], ["BA", "A + B", "AC", "A B^T", "-AB"], "matrix"),
        new("(AB)^T", ["B^T A^T", @"B^\top A^\top", @"(AB)^{\mathsf{T}}"], ["A^T B^T", "AB", "(BA)^T", "A^T + B^T", "B A"], "matrix"),
        new("X^T(Xw - y)", [@"X^\top X w - X^\top y", "-X^T(y - Xw)"], ["X(Xw - y)", "X^T(Xw + y)", "(Xw - y)X^T", "X^T X w - y", "X^T(Xw) - y"]),

        // Units
        new(@"5\text{ cm}", ["5 cm", "50 mm", @"0.05\text{ m}"], ["5 mm", "5 m", "5 kg", "0.5 cm", "-5 cm", "5", "5 s"], "units"),
        new("30.5 MB", ["30500 kB", "0.0305 GB"], ["30.5 GB", "30.5 kB", "3.05 MB", "30.5 MiB", "30.5", "31.5 MB"], "units"),
        new("90 s", ["1.5 min", "0.025 h", @"90\text{ s}"], ["90 min", "90 ms", "9 s", "90 h", "1.4 min"], "units"),
        new(@"20\text{ m/s}", ["72 km/h", @"20\,\mathrm{m/s}"], ["20 m", "20 km/h", "20 m/min", "2 m/s", "20 s/m"], "units"),
        new("4 GFLOP", ["4000 MFLOP", "0.004 TFLOP"], ["4 GMAC", "4 MFLOP", "40 GFLOP", "4 GB", "4"], "units"),
        new(@"45^\circ", ["45", "45°", @"\frac{\pi}{4}"], ["46°", "-45°", @"\frac{\pi}{3}", "4.5°", "45 %"]),

        // Words
        new("halved", ["1/2", "0.5", "half"], ["2", "1", "doubled", "-0.5"]),
        new(@"\text{even}", ["even", "Even", "(even)"], ["odd", "evens", "not even", "2"]),
    ];
}
