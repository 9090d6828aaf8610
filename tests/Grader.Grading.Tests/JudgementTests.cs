using System.Text;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Tests;

/// <summary>What each kind of check says of right, wrong, doubtful and absent answers, in whole: verdict, points, what was read and where, why, and what was looked at.</summary>
[TestFixture]
public sealed partial class JudgementTests
{
    [Test]
    public Task Of_numbers() => Say(
    [
        ("1b.output-layer1", "Output width of layer 1: 32"),
        ("1b.output-layer1", "Output width of layer 1: 31"),
        ("1b.output-layer1", "Output width of layer 1: 3"),
        ("1b.output-layer1", "Output width of layer 1: 320"),
        ("1b.output-layer1", "Output width of layer 1: -32"),
        ("1b.output-layer1", "Output width of layer 1: 32.0"),
        ("1b.output-layer1", "Output width of layer 1: 64/2 = 32"),
        ("1b.output-layer1", "Output width of layer 1: 32 pixels"),
        ("1b.output-layer1", "Output width of layer 1: x"),
        ("1b.output-layer1", "Output width of layer 1: 32 × 32"),
        ("1b.output-layer1", "Output width of layer 1: 32 or 31"),
        ("1b.output-layer1", "The output would be smaller."),
        ("1b.output-layer1", ""),
        ("1b.output-layer1", "![my answer](answer.png)"),
        ("1b.macs-layer1", "MACs of layer 1: 301989888"),
        ("1b.macs-layer1", "MACs of layer 1: 3.0199e8"),
        ("1b.macs-layer1", "MACs of layer 1: 3.02e8"),
        ("1b.macs-layer1", "MACs of layer 1: 302 million"),
        ("1b.macs-layer1", "MACs of layer 1: 603979776"),
        ("1b.macs-layer1", "MACs of layer 1: 301,989,888 MAC"),
        ("1b.macs-layer1", "MACs of layer 1: 301,98,888"),
        ("1b.macs-layer1", "MACs of layer 1: 301 989 888"),
        ("1b.macs-layer1", "MACs of layer 1: [301 989 888]"),
        ("1b.macs-total", "MACs of layer 1: 1\n\nMACs of layer 2: 2\n\nTotal MACs: 3"),
        ("1c.memory-layer1", "The memory to the output of layer 1 falls by 50 %."),
        ("1c.memory-layer1", "The memory to the output of layer 1 falls by 0.5."),
        ("1c.memory-layer1", "The memory to the output of layer 1 falls by 51 %."),
        ("1c.memory-layer1", "The memory to the output of layer 1 falls by 50 kg."),
        ("1c.memory-layer1", "The memory to the output of layer 1 falls by 50 MB."),
        ("1c.memory-layer1", "The memory to the output of layer 1 is halved."),
        ("1c.memory-network", "The memory of the network falls by 25.0 %."),
        ("1c.memory-network", "The memory of the network falls by a quarter."),
        ("1b.output-layer1", "Output width of layer 1: 32 bytes"),
        ("1b.output-layer1", "Output width of layer 1: 32 %"),
        ("1b.output-layer1", "Output width of layer 1: 32 s"),
        ("1b.output-layer1", "```answers\n1b.output-layer1: 32 %\n```"),
        ("1b.output-layer1", "```answers\n1b.output-layer1: 32 s\n```"),
        ("1b.output-layer1", "```answers\n1b.output-layer1: 32 × 32\n```"),
        ("1b.output-layer1", "Output width of layer 1: f(32)"),
        ("1b.macs-layer1", "MACs of layer 1: 17378 × 17378"),
        ("1b.macs-layer1", "MACs of layer 1: 301989888 × 301989888"),
        ("1c.memory-layer1", "The memory to the output of layer 1 changes by -50 %."),
        ("1c.memory-layer1", "The memory to the output of layer 1 changes by -51 %."),
        ("1c.memory-layer1", "The memory to the output of layer 1 changes by 0 %."),
        ("1c.memory-layer1", "```answers\n1c.memory-layer1: 1\n```"),
        ("1c.memory-layer1", "```answers\n1c.memory-layer1: 0.50\n```"),
        ("1c.memory-layer1", "```answers\n1c.memory-layer1: 150\n```"),
        ("1a.parameters-layer1", "Parameters of layer 1: 294.912"),
        ("1a.parameters-layer1", "Parameters of layer 1: 294.911"),
        ("1a.parameters-layer1", "Parameters of layer 1: 294912"),
        ("1a.parameters-layer1", "| layer | parameters (thousands) |\n|---|---|\n| layer 1 | 294912 |"),
        ("1a.parameters-layer1", "| layer | parameters (thousands) |\n|---|---|\n| layer 1 | 294911 |"),
    ]);

    [Test]
    public Task Of_vectors_and_matrices() => Say(
    [
        ("2a.mean", "mean = (13, 5, 0)"),
        ("2a.mean", "mean = (13, 5, 1)"),
        ("2a.mean", "mean = (13, 5)"),
        ("2a.mean", "mean = (0, 5, 13)"),
        ("2a.mean", "mean = [[13], [5], [0]]"),
        ("2a.mean", "mean = (13, 5, a)"),
        ("2a.mean", "The mean of M1 is 13, of M2 5 and of M3 0."),
        ("2a.mean", "mean = 13"),
        ("2a.variance", "variance = (1, 25, 25)"),
        ("2a.variance", "variance = (1.33, 33.33, 33.33)"),
        ("2a.variance", "variance = (1, 25, 2)"),
        ("2a.normalized", "normalized = [[-1, 1, 1, -1], [-1, 1, 1, -1], [-1, 1, 1, -1]]"),
        ("2a.normalized", "normalized = [[-1, 1, 1, -1], [-1, 1, 1, -1], [-1, 1, 1, 1]]"),
        ("2a.normalized", "normalized = [[-1, 1, 1, -1], [-1, 1, 1, -1], [1, -1, -1, 1]]"),
        ("2a.normalized", "normalized = [[-1, -1, -1], [1, 1, 1], [1, 1, 1], [-1, -1, -1]]"),
        ("2a.normalized", "normalized = [[-1, 1, 1], [-1, 1, 1], [-1, 1, 1]]"),
        ("2a.normalized", "normalized = [[1, -1, -1, 1], [1, -1, -1, 1], [1, -1, -1, 1]]"),
        ("2a.normalized", "normalized = [[-1, 1, 1, -1], [-1, 1, , -1], [-1, 1, 1, -1]]"),
        ("2a.normalized", "normalized = [[-1, 1, 1, -1], [-1, 1, f(1), -1], [-1, 1, 1, -1]]"),
        ("2b.output", "y = [[-1, 1, 1, -1], [-11, -9, -9, -11], [9, 11, 11, 9]]"),
        ("2b.output", "y = [[-1, 1, 1, -1], [-11, -9, -9, -1], [9, 11, 11, 9]]"),
        ("3a.matrix", "A = [[w1, w2, w3, 0, 0, 0, 0, 0], [0, w1, w2, w3, 0, 0, 0, 0], [0, 0, 0, 0, w1, w2, w3, 0], [0, 0, 0, 0, 0, w1, w2, w3]]"),
        ("3a.matrix", "A = [[w1, w2, w3, 0, 0, 0, 0, 0], [0, w1, w2, w3, 0, 0, 0, 0], [0, 0, 0, 0, w1, w2, w3, 0], [0, 0, 0, 0, w1, w2, w3, 0]]"),
        ("3a.matrix", "A = [[w3, w2, w1, 0, 0, 0, 0, 0], [0, w3, w2, w1, 0, 0, 0, 0], [0, 0, 0, 0, w3, w2, w1, 0], [0, 0, 0, 0, 0, w3, w2, w1]]"),
        ("3a.matrix", "A = [[w1, w2, w3, 0, 0, 0, 0, 0], [0, w1, w2, w3, 0, 0, 0, 0], [0, 0, 0, 0, w1, w2, w3, 0], [0, 0, 0, 0, w1, w2, w3]]"),
        ("3a.matrix", "A = [[w1, w2], [w3, 0]]"),
        ("3b.gradient", "B = [[w1, 0, 0, 0], [w2, w1, 0, 0], [w3, w2, 0, 0], [0, w3, 0, 0], [0, 0, w1, 0], [0, 0, w2, w1], [0, 0, w3, w2], [0, 0, 0, w3]]"),
        ("3b.gradient", "B = A^T"),
    ]);

    [Test]
    public Task Of_choices_and_rubrics() => Say(
    [
        ("3c.possible", "Yes."),
        ("3c.possible", "No, it is not possible."),
        ("3c.possible", "It is possible."),
        ("3c.possible", "It is hardly possible."),
        ("3c.possible", "Yes. No."),
        ("3c.possible", "It is possible. Yes."),
        ("3c.possible", "Yes. It is possible."),
        ("3c.possible", "Yes. It is not possible."),
        ("3c.possible", "No. It is possible."),
        ("3c.possible", "It is possible. No."),
        ("3c.possible", "It is possible. It is not possible."),
        ("3c.possible", "Yes. But it is not possible without padding."),
        ("3c.possible", "Yes. However, this is not possible."),
        ("3c.possible", "It is not possible. Yes, it is possible."),
        ("3c.possible", "Perhaps it is not possible. Yes."),
        ("3c.possible", "Yes. With a stride it is not possible."),
        ("3c.possible", "It is not possible. It is possible. Not possible."),
        ("3c.possible", "Perhaps it is possible. It is not possible."),
        ("3c.possible", "Perhaps yes. Yes."),
        ("3c.possible", "Perhaps yes. No."),
        ("3c.possible", "Perhaps yes. Perhaps no."),
        ("3c.possible", "It is possible. Perhaps it is not possible."),
        ("3c.possible", "It is possible. Yes is odd."),
        ("3c.possible", "Yes is odd. It is possible."),
        ("3c.possible", "Yes is odd. No is odd."),
        ("3c.possible", "Yes."),
        ("3c.possible", "Yes, it is possible. It can be done, yes."),
        ("3c.possible", "Yes, the same kernel with no padding."),
        ("3c.possible", "Yes, it needs no padding."),
        ("3c.possible", "Yes, using no padding."),
        ("3c.possible", "Yes, and no padding."),
        ("3c.possible", "Yes, it has no padding."),
        ("3c.possible", "With no padding it is possible."),
        ("3c.possible", "Yes is."),
        ("3c.possible", "Yes seems right."),
        ("3c.possible", "Yes was right."),
        ("3c.possible", "Yes and no."),
        ("3c.possible", "Is it possible?"),
        ("3c.possible", "Yes, but the backward pass is not."),
        ("3c.possible", "Yes would be wrong."),
        ("3c.possible", "Yes is the right answer."),
        ("3c.possible", "Yes, with the flipped kernel and no padding."),
        ("3c.possible", "The gradient is what it is."),
        ("3c.possible", ""),
        ("3c.possible", "It is a convolution. Some say that it is not possible."),
        ("3c.kernel", "The flipped kernel with full padding."),
        ("3c.kernel", "The flipped kernel (w3, w2, w1) with full padding."),
        ("3c.kernel", "The kernel is not flipped."),
        ("3c.kernel", "The flipped kernel with full padding: $\\begin{bmatrix} w_3 & w_2 & w_1 \\end{bmatrix}$"),
        ("3c.kernel", "The flipped kernel with full padding: $\\begin{bmatrix} w_1 & w_2 & w_3 \\end{bmatrix}$"),
        ("3c.kernel", "Perhaps the flipped kernel."),
        ("3c.kernel", "Is the kernel flipped?"),
        ("3c.kernel", "The kernel has three weights."),
        ("3c.kernel", "$x = 1$"),
        ("3c.kernel", ""),
        ("3b.relation", "$B = A^T$"),
        ("3b.relation", "$A^T = B$"),
        ("3b.relation", "$B = A$"),
        ("3b.relation", "$B = A^T A$"),
        ("3b.relation", "B is the transpose of A."),
        ("3b.relation", "B is not the transpose of A."),
        ("3b.relation", "B is the inverse of A. $B = A^T$"),
        ("3b.relation", "Maybe $B = A^T$."),
        ("3b.relation", "$B = A^T$. $C = D$."),
        ("3b.relation", "$B = A^T$. $A = B$."),
        ("3b.relation", "$A = B$. $B = A^T$."),
        ("3b.relation", "$B = A^T$. $A^T = B$."),
        ("3b.relation", "$B = A^T$. $A = B^T$."),
        ("3b.relation", "$B = A^T$. $B = A^\\top$."),
        ("3b.relation", "$B = A^T$. $B = \\mathrm{A}^{\\mathsf T}$."),
        ("3b.relation", "$B = A^T$. $B = A^{\\intercal}$."),
        ("3b.relation", "$B = A^T$. $B = A^{\\top} C$."),
        ("3b.relation", "$B = A^T$. $B = 2 A$."),
        ("3b.relation", "$B = A^T$. $B = A A^\\top$."),
        ("3b.relation", "$B = A^T$. $B = \\mathrm{A}$."),
        ("3b.relation", "$B = A^T$. $B = A A^{\\mathsf T}$."),
        ("3b.relation", "$B = A^T$. $B = A A^{\\intercal}$."),
        ("3b.relation", "$B = A^T$. $B = 2$."),
        ("3b.relation", "$B = A^T$. $B \\ne A$."),
        ("3b.relation", "$B = A^T$. $2 B = A$."),
        ("3b.relation", "$B = A^T$. $y = A x$."),
        ("3b.relation", "$B = A^T = A$."),
        ("3b.relation", "$C = B = A^T$."),
        ("3b.relation", "$B = A^T$ and $(A^T)^T = A$."),
        ("3b.relation", "$B = A^T = (A)^T$."),
        ("3b.relation", "$B = A^T$. $A^T = A$."),
        ("3b.relation", "$B \\approx A^T$."),
        ("3b.relation", "At first I thought that $B = A^T$."),
        ("3b.relation", "It is tempting. So $B = A^T$."),
        ("3b.relation", "$B = A^T$ only for symmetric A."),
        ("3b.relation", "$B = A^T$, which is true only if A is square."),
        ("3b.relation", "$B = A^T$. This holds for each A."),
        ("3b.relation", "$B = A^T$. B is the inverse of A."),
        ("3b.relation", "B is the transpose of A. It might be."),
        ("3b.relation", "B is the transpose of A. Or B is A."),
        ("3b.relation", "B is the transpose of A. Or A is the transpose of B."),
        ("3b.relation", "B is the transpose of A. Or, put another way, rows become columns."),
        ("3b.relation", "B is the transpose of A. Or equivalently, rows become columns."),
        ("3b.relation", "B is the transpose of A. Or is it?"),
        ("3b.relation", "B is the transpose of A. Or the same: rows become columns."),
        ("3b.relation", "B is the transpose of A. Or in other words: rows become columns."),
        ("3b.relation", "Minus the transpose of A is B."),
        ("3b.relation", "The transpose of A is B, minus nothing."),
        ("3c.kernel", "The flipped kernel with full padding: $\\begin{bmatrix} w_3 \\\\ w_2 \\\\ w_1 \\end{bmatrix}$"),
        ("3c.kernel", "The flipped kernel with full padding: $\\begin{bmatrix} w_3 & w_2 & w_1 \\\\ w_3 & w_2 & w_1 \\end{bmatrix}$"),
        ("3c.kernel", "The flipped kernel with full padding: $\\begin{bmatrix} w_3 & w_2 \\end{bmatrix}$"),
        ("3c.kernel", "The flipped kernel with full padding: $\\begin{bmatrix} w_3 & w_2 & f(1) \\end{bmatrix}$"),
        ("3c.kernel", "The flipped kernel (w2, w1, w3) with full padding."),
        ("3c.kernel", "w2, w3, w1: the kernel is mirrored."),
        ("3c.kernel", "The flipped kernel with full padding, as a matrix: B = [[w1, 0, 0, 0], [w2, w1, 0, 0], [w3, w2, 0, 0], [0, w3, 0, 0], [0, 0, w1, 0], [0, 0, w2, w1], [0, 0, w3, w2], [0, 0, 0, w3]]"),
        ("3c.kernel", "The flipped kernel with full padding, as a matrix: B = [[w1, 0, 0, 0], [w2, w1, 0, 0], [w3, w2, 0, 0], [0, w3, 0, 0], [0, 0, w1, 0], [0, 0, w2, w1], [0, 0, w3, w2]]"),
        ("3c.kernel", "The flipped kernel with full padding, as a matrix: B = [[w1, 0, 0, 0], [w2, w1, 0, 0], [w3, w2, 0, 0], [0, w3, 0, 0], [0, 0, w1, 0], [0, 0, w2, w1], [0, 0, w3, w2], [0, 0, 0]]"),
        ("3c.kernel", "The flipped kernel with full padding, as a set: {w3, w2, w1}"),
        ("3c.kernel", "The flipped kernel (w1, w2, w3) with full padding."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time the running averages are not used."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time the running averages are used. Or maybe the test batch."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time the running averages are used. It might be that both are needed at test time."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time the running averages are used. Perhaps I should have a coffee."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. Perhaps at test time the running averages are used."),
        ("2c.statistics", "Perhaps in training the mini-batch mean and variance are used. Perhaps at test time the running averages are used."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. Perhaps the mini-batch mean is used."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. Perhaps it rains."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time the running averages are used. The mini-batch mean might do as well."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time the running averages are used. Or, in training, the mini-batch mean."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time the running averages are used. Or nothing at all."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time the running averages are used."),
        ("2c.statistics", "In training the mini-batch mean and variance are used.\n\nAt test time the running averages are used."),
        ("2c.statistics", "In training the mini-batch mean and variance are used."),
        ("2c.statistics", "In training the mini-batch mean and variance are used. At test time it might use the running averages."),
        ("2c.statistics", "In training the running mean and variance are used. At test time the mini-batch mean and variance are used."),
        ("2c.statistics", "Both are used."),
        ("2d.batch-size", "The test accuracy falls; increasing the learning rate recovers it."),
        ("2d.batch-size", "The test accuracy falls."),
        ("2d.batch-size", "The test accuracy falls; decreasing the learning rate recovers it."),
        ("2d.batch-size", "Nothing happens."),
    ]);

    /// <summary>Points for a part of the matrix: by entries, by rows, and by what is not zero, less what is not zero where it should be.</summary>
    [Test]
    public Task Of_parts_of_a_matrix()
    {
        var text = new StringBuilder();
        string[] right = ["w1, w2, w3, 0, 0, 0, 0, 0", "0, w1, w2, w3, 0, 0, 0, 0", "0, 0, 0, 0, w1, w2, w3, 0", "0, 0, 0, 0, 0, w1, w2, w3"];
        foreach (var credit in Enum.GetValues<MatrixCredit>())
        {
            var assignment = Changed(check => check is MatrixCheck matrix ? matrix with { Credit = credit } : check);
            foreach (var (say, rows) in new (string, string[])[]
            {
                ("right", right),
                ("an entry wrong", ["w2, w2, w3, 0, 0, 0, 0, 0", right[1], right[2], right[3]]),
                ("an entry zero", ["0, w2, w3, 0, 0, 0, 0, 0", right[1], right[2], right[3]]),
                ("a zero wrong", ["w1, w2, w3, 1, 0, 0, 0, 0", right[1], right[2], right[3]]),
                ("three wrong", ["w1, w2, w3, 1, 1, 0, 0, 0", right[1], right[2], "w1, 0, 0, 0, 0, w1, w2, w3"]),
                ("all zero", [.. Enumerable.Repeat("0, 0, 0, 0, 0, 0, 0, 0", 4)]),
                ("all one", [.. Enumerable.Repeat("1, 1, 1, 1, 1, 1, 1, 1", 4)]),
                ("a cell lost in front", [right[0], "w1, w2, w3, 0, 0, 0, 0", right[2], right[3]]),
                ("a cell lost behind", ["w1, w2, w3, 0, 0, 0, 0", right[1], right[2], right[3]]),
                ("a cell lost and one wrong before", ["w2, w2, w3, 0, 0, 0, 0", right[1], right[2], right[3]]),
                ("a cell lost and one wrong behind", ["w1, w2, w3, 0, 0, 0, 1", right[1], right[2], right[3]]),
                ("two cells lost", ["w1, w2, w3, 0, 0, 0", right[1], right[2], right[3]]),
            })
            {
                var answer = $"A = [{string.Join(", ", rows.Select(row => $"[{row}]"))}]";
                AddTo(text, assignment, "3a.matrix", $"{credit}: {say}", $"## Question 3\n\n### (a)\n\n{answer}\n");
            }
        }

        return Verify(text.ToString());
    }

    private static Assignment Changed(Func<Check, Check> change) => Homework.Assignment with
    {
        Questions = [.. Homework.Assignment.Questions.Items.Select(question => question with { Parts = [.. question.Parts.Items.Select(part => part with { Checks = [.. part.Checks.Items.Select(change)] })] })],
    };

    [Test]
    public Task Of_quantities_of_their_own()
    {
        var text = new StringBuilder();
        foreach (var answer in (string[])
        [
            "[[48, 12], [5, 35]]", "[[48, 12, 60], [5, 35, 40]]", "[[48, 11], [5, 35]]", "[[61, -1], [5, 35]]", "[[47.5, 12.5], [5, 35]]", "[[48, 12, 61], [5, 35, 40]]", "[[48, a], [5, 35]]", "[[48, 12], [5, 3]]", "[[48, 12]]", "5", "",
        ])
        {
            AddTo(text, Confusion, "1a.confusion", answer, answer.Length == 0 ? "" : $"```answers\n1a.confusion: {answer}\n```\n");
        }

        return Verify(text.ToString());
    }

    /// <summary>What a blank groups elsewhere is two entries in square brackets: the later row is another answer, and not a number that no one asked for.</summary>
    [TestCase("[18 27]", "[18 107]", Verdict.NeedsReview)]
    [TestCase("[18 107]", "[18 27]", Verdict.NeedsReview)]
    [TestCase("[18 27]", "[18 27]", Verdict.Correct)]
    [TestCase("[18 107]", "[18 107]", Verdict.Partial)]
    public void A_row_in_brackets_holds_several_numbers(string first, string second, Verdict expected)
    {
        var assignment = Homework.Read(Path.Combine(Repository.Root, "cases", "kinds", "convolution-matrix"));
        var grade = Homework.Grade(assignment, $"## Question 4\n\n### (d)\n\nGradient by the kernel:\n\n{first}\n\nor\n\nGradient by the kernel:\n\n{second}\n").Check("4d.kernel");
        Assert.That(grade.Verdict, Is.EqualTo(expected), grade.Message);
    }

    private static readonly Assignment Confusion = Homework.Read(Path.Combine(Repository.Root, "cases", "confusion"));

    private static Task Say(IEnumerable<(string Check, string Answer)> answers)
    {
        var text = new StringBuilder();
        foreach (var (check, answer) in answers)
        {
            var part = answer.StartsWith("###", StringComparison.Ordinal) ? "" : $"### ({check[1]})\n\n";
            AddTo(text, Homework.Assignment, check, answer, $"## Question {check[0]}\n\n{part}{answer}\n");
        }

        return Verify(text.ToString());
    }

    private static void AddTo(StringBuilder text, Assignment assignment, string id, string answer, string submission)
    {
        var reading = SubmissionReader.Read("submission.md", submission, SubmissionGrader.ExpectedParts(assignment));
        var grade = SubmissionGrader.Grade(assignment, reading, "").Check(id);
        var choice = ChoiceExplainer.Explain(assignment, reading, "").Checks.Items.Single(check => check.Id == id);
        text.AppendLine($"{id}  |  {answer.ReplaceLineEndings(" ⏎ ")}")
            .AppendLine($"    {grade.Verdict.Name()}, {grade.Points} and {grade.PendingPoints} of {grade.MaxPoints}; expected: {grade.Expected}")
            .AppendLine($"    found: {(grade.Found is { } found ? $"line {found.Line}: {found.Text.ReplaceLineEndings(" ⏎ ")}" : "nothing")}{(grade.Value.Length > 0 ? $", taken for {grade.Value}" : "")}")
            .AppendLine($"    {grade.Message}");
        if (grade.Feedback != grade.Message)
            text.AppendLine($"    to students: {grade.Feedback}");
        if (grade.Mistakes.Count + grade.CarriedFrom.Count > 0)
            text.AppendLine($"    mistakes: {string.Join(", ", grade.Mistakes)}; carried from: {string.Join(", ", grade.CarriedFrom)}");
        if (grade.InBand is { } band)
            text.AppendLine($"    {band}");
        foreach (var candidate in choice.Candidates)
            text.AppendLine($"    - {candidate.Standing}: line {candidate.Found.Line}: {candidate.Found.Text.ReplaceLineEndings(" ⏎ ")}: {candidate.Reason}");
        if (choice.Why.Length > 0)
            text.AppendLine($"    why: {choice.Why}");
        var receipt = ReceiptMaker.Of(assignment, reading, "").Questions.Items.SelectMany(question => question.Checks.Items).Single(check => check.Id == id);
        text.AppendLine($"    receipt: {string.Join(" | ", receipt.Read.Items.Select(read => $"line {read.Line}: {read.Text.ReplaceLineEndings(" ⏎ ")}"))}{(receipt.Note.Length > 0 ? $"; {receipt.Note}" : "")}");
        text.AppendLine();
    }
}
