namespace Grader.Submissions.Tests;

/// <summary>Small documents and what is read of them: one line a statement, without places and contexts.</summary>
public sealed class StatementTests
{
    [TestCase("$C_{in} = 128$", "“”: C_in = 128")]
    [TestCase("\\(k = 3\\)", "“”: k = 3")]
    [TestCase("\\\\(k = 3\\\\)", "“”: k = 3")]
    [TestCase("$$k = 3$$", "“”: k = 3")]
    [TestCase("\\[\nk = 3\n\\]", "“”: k = 3")]
    [TestCase("[\n\\mu = 13\n]", "“”: mu = 13")]
    [TestCase("[ \\mu = 13 ]", "“”: mu = 13")]
    [TestCase("$`k = 3`$", "“”: k = 3")]
    [TestCase("```math\nk = 3\n```", "“”: k = 3")]
    [TestCase("> ```math\n> k =\n> 3\n> ```", "“”: k = 3")]
    [TestCase("> > ```math\n> > k = 3\n> > + 4\n> > ```", "“”: k = 3 + 4")]
    [TestCase("- a\n\n  > ```math\n  > k = 3\n  > + 4\n  > ```", "“”: k = 3 + 4")]
    [TestCase("> ```math\n> k > 3\n> ```", "“”: k Greater 3")]
    [TestCase("\\begin{align*}\nW' &= 31 + 1 \\\\\n&= 32\n\\end{align*}", "“”: W' = 31 + 1 = 32")]
    [TestCase("\\begin{aligned} a &= 1 \\\\ b &= 2 \\end{aligned}", "“”: a = 1; “”: b = 2")]
    [TestCase("$$a = 1 \\\\ b = 2$$", "“”: a = 1; “”: b = 2")]
    [TestCase("$W = 64,\\ D = 32$", "“”: W = 64; “”: D = 32")]
    [TestCase("$$x = 1 \\tag{7}$$", "“”: x = 1")]
    [TestCase("W = 64", "“”: W = 64")]
    [TestCase("Number of trainable parameter  $=3 \\times 3 = 9$", "“Number of trainable parameter”: = 3*3 = 9")]
    [TestCase("Number of operations =  $(3 \\times 3) \\times 2 = 18$", "“Number of operations”: = (3*3)*2 = 18")]
    [TestCase("Number of total Multi add operations = 117964800 + 130056192 = 248020992", "“Number of total Multi add operations”: = 117964800 + 130056192 = 248020992")]
    [TestCase("Output dimension W' = (64 - 3 + 2 \\* 1)/(2 + 1) = 21", "“Output dimension”: W' = (64 - 3 + 2*1)/(2 + 1) = 21")]
    [TestCase("Layer 1: 64*64*128=524288", "“Layer 1”: 64*64*128 = 524288")]
    [TestCase("N = 512 Output dimension W' = (21 - 3 + 2 \\* 1)/(1 + 1) = 10", "“”: N = 512; “Output dimension”: W' = (21 - 3 + 2*1)/(1 + 1) = 10")]
    [TestCase("For output features = 10\\*10\\*512 = 51200Change in Memory =  $\\frac{524288-51200}{524288} \\times 100 = 90.23\\%$", "“For output features”: = 10*10*512 = 51200; “Change in Memory”: = (524288 - 51200)/524288*100 = 90.23%")]
    [TestCase("precision = correct / total = 45/60 = 0.75", "“precision = correct / total”: = 45/60 = 0.75")]
    [TestCase("$\\text{Parameters} = 3 \\cdot 3 = 9$", "“Parameters”: = 3*3 = 9")]
    [TestCase("Total parameters: 1474560", "“Total parameters”: 1474560")]
    [TestCase("Total = 294912 + 1179648\n= 1474560", "“Total”: = 294912 + 1179648 = 1474560")]
    [TestCase("width = 31.5 → 32", "“width”: = 31.5 => 32")]
    [TestCase("The mean is $\\mu = 13$ and the variance is $\\sigma^2 = 1$.", "“The mean”: mu = 13; “the variance”: sigma^2 = 1")]
    [TestCase("**W** = **64**", "“”: W = 64")]
    [TestCase("Answer: **W = 64**", "“”: W = 64")]
    [TestCase("~~W = 21~~ W = 32", "“”: W = 32")]
    [TestCase("W<sub>1</sub> = 32", "“”: W_1 = 32")]
    [TestCase("acc&nbsp;= 0.5", "“acc”: = 0.5")]
    [TestCase("> $W = 32$", "“”: W = 32")]
    [TestCase("- macs = 9 * 4 = 36\n- W = 3", "“macs”: = 9*4 = 36; “”: W = 3")]
    [TestCase("mean = 13, 5, 0", "“mean”: [13, 5, 0]")]
    [TestCase("$[1, 2]$", "“”: [1, 2]")]
    [TestCase("[[ 0.7  0.7]\n [-0.3  0.2]]", "“”: [[0.7, 0.7], [-0.3, 0.2]]")]
    [TestCase("```\narray([[1., 2.],\n       [3., 4.]])\n```", "“”: [[1, 2], [3, 4]]")]
    [TestCase("Ｗ ＝ ６４", "“”: W = 64")]
    [TestCase("memory = 64*64*4 bytes = 16 KB", "“memory”: = 64*64*4 bytes = 16 KB")]
    [TestCase("(λ1, λ2) = (3, 1)", "“”: (lambda_1, lambda_2) = (3, 1)")]
    [TestCase("h1 = 0.5, h2 = 0.7", "“”: h_1 = 0.5; “”: h_2 = 0.7")]
    [TestCase("TP = 48, FN = 12, FP = 5, TN = 35", "“”: T*P = 48; “”: F*N = 12; “”: F*P = 5; “”: T*N = 35")]
    [TestCase("TP = 48 FN = 12", "“”: T*P = 48; “”: F*N = 12")]
    [TestCase("x = 1; y = 2", "“”: x = 1; “”: y = 2")]
    [TestCase("W = 32 and H = 32", "“”: W = 32; “”: H = 32")]
    [TestCase("width = 32 and height = 31", "“width”: = 32; “height”: = 31")]
    [TestCase("precision = 0.8, recall = 0.9 and F1 = 0.85", "“precision”: = 0.8; “recall”: = 0.9; “”: F_1 = 0.85")]
    [TestCase("a = b = 3, c = d = 4", "“”: a = b = 3; “”: c = d = 4")]
    [TestCase("mu = (13, 5, 0), sigma^2 = (1, 25, 25)", "“”: mu = (13, 5, 0); “”: sigma^2 = (1, 25, 25)")]
    [TestCase("macs = 9 * 4 = 36 (layer 1), macs = 9 * 5 = 45 (layer 2)", "“macs layer 1”: = 9*4 = 36; “macs layer 2”: = 9*5 = 45")]
    [TestCase("loss: 0.71, accuracy: 0.64, val_loss: 0.9", "“loss”: 0.71; “accuracy”: 0.64; “val_loss”: 0.9")]
    [TestCase("loss: 0.71 | acc: 0.64", "“loss”: 0.71; “acc”: 0.64")]
    [TestCase("A = $\\frac12 \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$", "“”: A = 1/2*[[1, 2], [3, 4]]")]
    [TestCase("A = 0.5 * [[1, 2], [3, 4]]", "“”: A = 0.5*[[1, 2], [3, 4]]")]
    [TestCase("A = 1/2 [[1, 2], [3, 4]]", "“”: A = 1/2*[[1, 2], [3, 4]]")]
    [TestCase("$A = 10^{-4} \\left[ 1, 2, 3 \\right]$", "“”: A = 10^(-4)*[1, 2, 3]")]
    [TestCase("A = 10^-4 [1, 2, 3]", "“”: A = 10^(-4)*[1, 2, 3]")]
    [TestCase("accuracy = 0.85 [1]", "“accuracy”: = 0.85")]
    [TestCase("$x = \\frac12 \\cdot 3 = \\frac32$", "“”: x = 1/2*3 = 3/2")]
    [TestCase("F1 = 2PR/(P+R) = 0.8", "“”: F_1 = 2*P*R/(P + R) = 0.8")]
    [TestCase("precision = 0/0 (undefined)", "“precision undefined”: = 0/0")]
    public void Read_finds_formulas(string text, string formulas) => Assert.That(Formulas(text), Is.EqualTo(formulas));

    [TestCase("It costs $5 and then $6 more.", Description = "prices")]
    [TestCase("<!-- W = 32 -->", Description = "a comment")]
    [TestCase("```python\nW = 32\n```", Description = "a program")]
    [TestCase("We ran it on 2021-03-05 with 16-bit floats.", Description = "hyphens")]
    [TestCase("The range is 10-12 %.", Description = "a range")]
    [TestCase("We compute the mean/std of a batch.", Description = "a slash")]
    [TestCase("Epoch 12/12 is done.", Description = "a counter")]
    [TestCase("![W = 32](plot.png)", Description = "an image")]
    public void Read_finds_no_formula(string text) => Assert.That(Formulas(text), Is.Empty);

    [Test]
    public void Read_of_what_is_no_formula_in_dollars_says_where_it_stopped()
    {
        var formula = Statements("So $\\frac{1}{ = 3$.").OfType<FormulaStatement>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(formula.Members, Is.Empty);
            Assert.That(formula.Error, Is.Not.Null);
        }
    }

    [TestCase("For layer 1:\n\nW = 64\n\nFor layer 2:\n\nW = 32", "For layer 1: | For layer 2:")]
    [TestCase("### Layer 1\n\nW = 64\n\n### Layer 2\n\nW = 32", "Layer 1 | Layer 2")]
    [TestCase("- Layer 1\n  - W = 64\n- Layer 2\n  - W = 32", "Layer 1 | Layer 2")]
    [TestCase("First layer:\n\nW = 64\n\nBoth layers:\n\nW = 32", "First layer: | Both layers:")]
    [TestCase("For layer 1:\n\nChange in memory:\n\nW = 64", "Change in memory: < For layer 1:")]
    [TestCase("For layer 1:\n\nChange in memory:\n\nW = 64\n\nFor layer 2:\n\nW = 32", "Change in memory: < For layer 1: | For layer 2:")]
    [TestCase("Layer 1, from $W = 64$:\n\nV = 3\n\nLayer 2:\n\nV = 4", " | Layer 1, from W = 64 : | Layer 2:")]
    [TestCase("Layer 1 is $W = 64$.\n\nV = 3\n\nV = 4", " | Layer 1 is W = 64 . | ")]
    [TestCase("Layer 1: W = 64, V = 3. Layer 2: W = 32, V = 4.", " | Layer 1 | Layer 1: W = 64, V = 3. | Layer 2")]
    [TestCase("for layer 1: W = 64, V = 3; for layer 2: W = 32, V = 4", " | for layer 1 |  | for layer 2")]
    [TestCase("params\nlayer 1: W = 64\nlayer 2: W = 32", "params | params")]
    [TestCase("Output:\n\nW = 64\n\nMemory:\n\nW = 32", "Output: | Memory:")]
    public void Read_keeps_what_introduced_a_formula(string text, string contexts) =>
        Assert.That(string.Join(" | ", Statements(text).OfType<FormulaStatement>().Select(formula => string.Join(" < ", formula.Context))), Is.EqualTo(contexts));

    [Test]
    public void Read_context_ends_with_its_section()
    {
        var document = SubmissionReader.Read("x.md", "## Question 1\n\nFor layer 1:\n\nW = 64\n\n## Question 2\n\nW = 32");
        Assert.That(document.Sections[1].Statements[0].Context, Is.Empty);
    }

    [TestCase("x\n\n$W = 32$", 4, 10, 3, 2, 3, 8, "W = 32")]
    [TestCase("x\r\n\r\nWidth: W = 32", 12, 18, 3, 8, 3, 14, "W = 32")]
    [TestCase("Ｗ ＝ ３２", 0, 6, 1, 1, 1, 7, "Ｗ ＝ ３２")]
    [TestCase("𝑊 = 𝟑𝟐", 0, 9, 1, 1, 1, 10, "𝑊 = 𝟑𝟐")]
    [TestCase("> x\n> $W = 32$", 7, 13, 2, 4, 2, 10, "W = 32")]
    public void Read_places_count_in_the_original(string text, int start, int end, int line, int column, int endLine, int endColumn, string written)
    {
        var formula = Statements(text).OfType<FormulaStatement>().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(formula.Place, Is.EqualTo(new Place(start, end, line, column, endLine, endColumn)));
            Assert.That(formula.Text, Is.EqualTo(written));
        }
    }

    [Test]
    public void Read_members_have_their_own_places()
    {
        var formula = Statements("Total = 1 + 2 = 3").OfType<FormulaStatement>().Single();
        Assert.That(formula.Members.Items.Select(member => (member.Text, member.Place.Column)), Is.EqualTo(new[] { ("1 + 2", 9), ("3", 17) }));
    }

    [TestCase("![plot](plot.png)")]
    [TestCase("<img src=\"plot.png\">")]
    [TestCase("![[plot.png]]")]
    public void Read_names_images(string text) => Assert.That(Statements(text).OfType<ImageStatement>().Single().Text, Is.EqualTo(text));

    private static IEnumerable<Statement> Statements(string text) => SubmissionReader.Read("x.md", text).Sections.Items.SelectMany(section => section.Statements.Items);

    private static string Formulas(string text) => string.Join("; ", Statements(text).OfType<FormulaStatement>().Select(formula =>
        $"“{formula.Label}”: {(formula.Error is null ? string.Concat(formula.Members.Items.Select(DocumentDump.Member)).TrimStart() : "unread")}"));
}
