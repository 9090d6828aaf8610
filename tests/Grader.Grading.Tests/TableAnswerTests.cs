namespace Grader.Grading.Tests;

/// <summary>Tables of every kind, each beside a near miss: the wrong column, rows swapped, a total taken for an entry.</summary>
[TestFixture]
public sealed class TableAnswerTests
{
    [TestCase("| unit | mean | variance |\n|---|---|---|\n| M1 | 13 | 1 |\n| M2 | 5 | 25 |\n| M3 | 0 | 25 |", "correct correct missing")]
    [TestCase("| unit | variance | mean |\n|---|---|---|\n| M3 | 25 | 0 |\n| M1 | 1 | 13 |\n| M2 | 25 | 5 |", "correct correct missing", TestName = "Rows_in_another_order")]
    [TestCase("| unit | mean | variance |\n|---|---|---|\n| M2 | 13 | 1 |\n| M1 | 5 | 25 |\n| M3 | 0 | 25 |", "partial partial missing", TestName = "Rows_swapped")]
    [TestCase("| unit | variance | mean |\n|---|---|---|\n| M1 | 13 | 1 |\n| M2 | 5 | 25 |\n| M3 | 0 | 25 |", "incorrect incorrect missing", TestName = "Columns_swapped")]
    [TestCase("| # | unit | mean | var | notes |\n|---|---|---|---|---|\n| 1 | M1 | 13 | 1 | ok |\n| 2 | M2 | 5 | 25 | |\n| 3 | M3 | 0 | 25 | ok |", "correct correct missing", TestName = "An_index_and_notes")]
    [TestCase("| unit | mean | variance |\n|---|---|---|\n| M1 | 13 | 1 |\n| M2 | 5 | 25 |\n| M3 | 0 | 25 |\n| sum | 18 | 51 |", "correct correct missing", TestName = "A_row_of_totals")]
    [TestCase("| | M1 | M2 | M3 | total |\n|---|---|---|---|---|\n| mean | 13 | 5 | 0 | 18 |\n| variance | 1 | 25 | 25 | 51 |", "correct correct missing", TestName = "Transposed_with_totals")]
    [TestCase("| | M1 | M2 | total |\n|---|---|---|---|\n| mean | 13 | 5 | 0 |\n| variance | 1 | 25 | 25 |", "missing missing incorrect", TestName = "A_total_is_no_entry")]
    [TestCase("| unit | mean | variance |\n|---|---|---|\n| M1 | $\\frac{52}{4} = 13$ | 1 |\n| M2 | `5` | **25** |\n| M3 | ≈ 0 | 25.0 |", "correct correct missing", TestName = "Formulas_and_marks_in_cells")]
    [TestCase("| unit | mean | variance |\n|---|---|---|\n| M1 | 13 | - |\n| M2 | 5 | n/a |\n| M3 | 0 | — |", "correct needs-review missing", TestName = "Cells_that_say_nothing")]
    [TestCase("| mean | variance |\n|---|---|\n| 13 | 1 |\n| 5 | 25 |\n| 0 | 25 |", "correct correct missing", TestName = "No_names_of_rows")]
    [TestCase("| mean | variance |\n|---|---|\n| 5 | 1 |\n| 13 | 25 |\n| 0 | 25 |", "partial correct missing", TestName = "No_names_of_rows_and_two_swapped")]
    [TestCase("means:\n\n| M1 | M2 | M3 |\n|---|---|---|\n| 13 | 5 | 0 |\n\nvariances:\n\n| M1 | M2 | M3 |\n|---|---|---|\n| 1 | 25 | 25 |", "correct correct missing", TestName = "Two_tables_named_by_what_introduces_them")]
    [TestCase("variances:\n\n| M1 | M2 | M3 |\n|---|---|---|\n| 13 | 5 | 0 |\n\nmeans:\n\n| M1 | M2 | M3 |\n|---|---|---|\n| 1 | 25 | 25 |", "incorrect incorrect missing", TestName = "Two_tables_exchanged")]
    [TestCase("```csv\nunit,mean,variance\nM1,13,1\nM2,5,25\nM3,0,25\n```", "correct correct missing", TestName = "Commas")]
    [TestCase("```csv\nunit,mean,variance\nM1,13,1\nM2,5,25\nM3,1,25\n```", "partial correct missing", TestName = "Commas_with_one_wrong")]
    [TestCase("┌────┬──────┬─────┐\n│    │ mean │ var │\n├────┼──────┼─────┤\n│ M1 │ 13   │ 1   │\n│ M2 │ 5    │ 25  │\n│ M3 │ 0    │ 25  │\n└────┴──────┴─────┘", "correct correct missing", TestName = "A_drawn_box")]
    [TestCase("The normalized values:\n\n| example | M1 | M2 | M3 |\n|---|---|---|---|\n| 1 | -1 | -1 | -1 |\n| 2 | 1 | 1 | 1 |\n| 3 | 1 | 1 | 1 |\n| 4 | -1 | -1 | -1 |", "missing missing correct", TestName = "A_matrix_turned_by_its_names")]
    [TestCase("The normalized values:\n\n| example | M1 | M2 | M3 |\n|---|---|---|---|\n| 1 | -1 | -1 | -1 |\n| 2 | 1 | -1 | 1 |\n| 3 | 1 | 1 | 1 |\n| 4 | -1 | -1 | -1 |", "missing missing partial", TestName = "A_matrix_turned_with_one_wrong")]
    [TestCase("Normalized $= \\begin{pmatrix} -1 & -1 & -1 \\\\ 1 & 1 & 1 \\\\ 1 & 1 & 1 \\\\ -1 & -1 & -1 \\end{pmatrix}$", "missing missing incorrect", TestName = "A_matrix_turned_without_names")]
    [TestCase("Normalized = ⎡ -1 1 1 -1 ⎤\n⎢ -1 1 1 -1 ⎥\n⎣ -1 1 1 -1 ⎦", "missing missing correct", TestName = "A_drawn_matrix")]
    [TestCase("Normalized = ⎡ -1 1 1 -1 ⎤\n⎢ -1 1 1 -1 ⎥\n⎣ -1 1 1 1 ⎦", "missing missing partial", TestName = "A_drawn_matrix_with_one_wrong")]
    [TestCase("```\nnormalized = tensor([[-1., 1., ..., -1.],\n        [-1., 1., ..., -1.],\n        [-1., 1., ..., -1.]])\n```", "missing missing unreadable", TestName = "Entries_not_printed")]
    [TestCase("Normalized $= \\begin{pmatrix} -1 & 1 & \\cdots & -1 \\\\ -1 & 1 & \\cdots & -1 \\\\ -1 & 1 & \\cdots & -1 \\end{pmatrix}$", "missing missing unreadable", TestName = "Dots_for_entries")]
    public void Statistics_of_the_units(string table, string verdicts)
    {
        var report = Homework.Grade("## 2a\n\n" + table + "\n");
        Assert.That(string.Join(' ', new[] { "2a.mean", "2a.variance", "2a.normalized" }.Select(id => report.Check(id).Verdict.Name())), Is.EqualTo(verdicts), string.Join('\n', report.Checks().Select(check => $"{check.Id}: {check.Message} Found {check.Found?.Text}")));
    }

    [TestCase("| unit | x1 | x2 | x3 | x4 |\n|---|---|---|---|---|\n| M2 | -11 | -9 | -9 | -11 |\n| M1 | -1 | 1 | 1 | -1 |\n| M3 | 9 | 11 | 11 | 9 |", "correct")]
    [TestCase("| unit | x1 | x2 | x3 | x4 |\n|---|---|---|---|---|\n| M1 | -11 | -9 | -9 | -11 |\n| M2 | -1 | 1 | 1 | -1 |\n| M3 | 9 | 11 | 11 | 9 |", "partial", TestName = "Output_with_rows_swapped")]
    [TestCase("| unit | x1 | x2 | x3 | x4 | sum |\n|---|---|---|---|---|---|\n| M1 | -1 | 1 | 1 | -1 | 0 |\n| M2 | -11 | -9 | -9 | -11 | -40 |\n| M3 | 9 | 11 | 11 | 9 | 40 |", "correct", TestName = "Output_with_a_column_of_totals")]
    [TestCase("| unit | x1 | x2 | x3 | sum |\n|---|---|---|---|---|\n| M1 | -1 | 1 | 1 | -1 |\n| M2 | -11 | -9 | -9 | -11 |\n| M3 | 9 | 11 | 11 | 9 |", "incorrect", TestName = "Output_with_a_total_for_an_entry")]
    public void Output_of_the_units(string table, string verdict) =>
        Assert.That(Homework.Grade("## 2b\n\nThe output:\n\n" + table + "\n").Check("2b.output").Verdict.Name(), Is.EqualTo(verdict));

    [TestCase("| | fall of memory (%) |\n|---|---|\n| network | 0 |\n| layer 1 | 50 |", "correct correct")]
    [TestCase("| | fall of memory (%) |\n|---|---|\n| network | 50 |\n| layer 1 | 0 |", "incorrect incorrect", TestName = "Percent_in_the_head_and_rows_swapped")]
    [TestCase("| | fall of memory (%) | other (%) |\n|---|---|---|\n| network | 0 | 7 |\n| layer 1 | 49 | 50 |", "correct needs-review", TestName = "Percent_in_the_head_and_another_column")]
    public void Fall_of_memory(string table, string verdicts)
    {
        var report = Homework.Grade("## 1c\n\n" + table + "\n");
        Assert.That($"{report.Check("1c.memory-network").Verdict.Name()} {report.Check("1c.memory-layer1").Verdict.Name()}", Is.EqualTo(verdicts), string.Join('\n', report.Checks().Select(check => $"{check.Id}: {check.Message} Found {check.Found?.Text}")));
    }

    [TestCase("Layer    Output width    Multiply-adds\n-------  --------------  -------------\nLayer 1  32              301989888\nLayer 2  32              1207959552\nTotal                    1509949440", "correct correct correct correct correct")]
    [TestCase("Layer    Output width    Multiply-adds\n-------  --------------  -------------\nLayer 1  32              1207959552\nLayer 2  32              301989888\nTotal                    1509949440", "correct correct incorrect incorrect correct", TestName = "A_simple_table_with_rows_swapped")]
    public void Costs_of_the_layers(string table, string verdicts)
    {
        var report = Homework.Grade("## 1b\n\n" + table + "\n");
        Assert.That(string.Join(' ', new[] { "output-layer1", "output-layer2", "macs-layer1", "macs-layer2", "macs-total" }.Select(id => report.Check("1b." + id).Verdict.Name())), Is.EqualTo(verdicts));
    }

    [TestCase("| quantity | value |\n|---|---|\n| b | 0.771429 |\n| a | 0.628571 |", "correct correct")]
    [TestCase("| quantity | value |\n|---|---|\n| b | 0.628571 |\n| a | 0.771429 |", "incorrect incorrect", TestName = "Names_of_one_letter_exchanged")]
    public void Coefficients_of_a_line(string table, string verdicts)
    {
        var report = Homework.Grade(Homework.Read(Path.Combine(Repository.Root, "cases", "kinds", "linear-regression")), "## 1a\n\n" + table + "\n");
        Assert.That($"{report.Check("1a.slope").Verdict.Name()} {report.Check("1a.intercept").Verdict.Name()}", Is.EqualTo(verdicts));
    }

    [TestCase("", "correct")]
    [TestCase("2", "partial", TestName = "A_row_named_by_a_word_of_three_letters_with_one_wrong")]
    public void A_matrix_beside_names_of_its_rows(string instead, string verdict)
    {
        var table = "| | column 1 | column 2 | column 3 | column 4 |\n|---|---|---|---|---|\n| row 1 | -1 | 1 | 1 | -1 |\n| row 2 | -11 | -9 | -9 | -11 |\n| row 3 | 9 | 11 | 11 | 9 |";
        Assert.That(Homework.Grade("## 2b\n\nThe output:\n\n" + (instead.Length > 0 ? table.Replace("-11 |\n", instead + " |\n", StringComparison.Ordinal) : table) + "\n").Check("2b.output").Verdict.Name(), Is.EqualTo(verdict));
    }
}
