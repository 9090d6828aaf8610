using Grader.Mathematics;

namespace Grader.Submissions.Tests;

/// <summary>Labels of questions and parts in every language, at every level, with the parts in any order.</summary>
public sealed class OutlineCombinationTests
{
    private static readonly string[] Questions =
    [
        "Question {0}", "Problem {0}:", "Exercise {0}.", "Task {0}", "Q{0}", "Q {0}:", "Aufgabe {0}", "Übung {0}", "Frage {0}:", "Exercice {0}", "Problème n° {0}", "Ejercicio {0}", "Pregunta {0}.", "Esercizio {0}", "Domanda {0}",
        "Exercício {0}", "Questão {0}", "Opgave {0}", "Vraag {0}:", "问题 {0}", "问题{0}", "第{0}题", "題目 {0}", "問題{0}", "問{0}", "設問 {0}", "문제 {0}", "문제{0}", "{0}번", "Homework 5, Question {0}", "{0}", "{0}. Costs", "{0} No question", "Answer to {0}", "Problem #{0}", "Question No. {0}",
    ];

    private static readonly string[] Parts =
    [
        "({0})", "{0})", "Part {0}", "Part ({0})", "Solution ({0})", "solution {0}:", "Answer ({0}):", "Teil {0})", "Teilaufgabe ({0})", "Lösung ({0})", "Partie {0}", "Réponse {0})", "Apartado {0})", "Solución ({0})", "Parte {0}", "Soluzione ({0})",
        "Alínea {0})", "Resposta ({0})", "Deelvraag {0}", "Antwoord ({0})", "解答 ({0})", "答案（{0}）", "解（{0}）", "部分 ({0})", "풀이 ({0})", "정답 ({0})", "({0}) Solution:", "{1}{0}", "{1}({0})", "{1}.{0}", "Q{1}.{0}", "{1}-{0}",
    ];

    private static readonly string[] Headings = ["# ", "## ", "### ", "#### ", "**", "\\section*{", "\\subsection{", "<h3>"];

    private static readonly string[] PartLines = ["## ", "### ", "#### ", "**", "__", "", "\\subsection*{", "<h4>", "\\textbf{"];

    /// <summary>A question's label in each language, at each level, with a part's: where both stand out, all of them are found.</summary>
    [Test]
    public void Read_finds_each_label_at_each_level()
    {
        var wrong = new List<string>();
        var seen = 0;
        foreach (var question in Questions)
        {
            foreach (var heading in Headings)
            {
                var part = Parts[seen % Parts.Length];
                var line = PartLines[seen / 3 % PartLines.Length];
                seen++;
                Check(wrong, question, heading, part, line, "abc");
            }
        }
        foreach (var part in Parts)
        {
            foreach (var line in PartLines)
                Check(wrong, Questions[seen++ % Questions.Length], "# ", part, line, "abc");
        }
        Assert.That(string.Join('\n', wrong.Take(40)), Is.Empty, $"{wrong.Count} of {seen}");
    }

    [Test]
    public void Read_finds_them_in_any_order()
    {
        var random = new Random(20);
        var wrong = new List<string>();
        for (var i = 0; i < 400; i++)
        {
            var order = new string([.. "abc".OrderBy(_ => random.Next())]);
            Check(wrong, Questions[random.Next(Questions.Length)], Headings[random.Next(4)], Parts[random.Next(Parts.Length)], PartLines[random.Next(PartLines.Length)], order);
        }
        Assert.That(string.Join('\n', wrong.Take(40)), Is.Empty, $"{wrong.Count} of 400");
    }

    private static void Check(List<string> wrong, string question, string heading, string part, string line, string order)
    {
        // "2a x = 1" may be a formula.
        if (line.Length == 0 && part is "{1}{0}" or "{1}.{0}" or "{1}-{0}")
            part += ":";
        var text = string.Concat(new[] { "2", "1" }.Select(id => Line(heading, string.Format(null, question, id)) + string.Concat(order.Select(letter => Line(line, string.Format(null, part, letter, id)) + $"x = {id}{letter - 'a'}\n\n"))));
        var expected = new[] { "1", "2" }.SelectMany(id => new[] { new ExpectedPart(id, null, []), new(id, "a", []), new(id, "b", []), new(id, "c", []) });
        var found = SubmissionReader.Read("x.md", text, Sequence.ToSequence(expected)).Sections.Items.Where(section => section.Part is not null)
            .Select(section => $"{section.Question}{section.Part}:{string.Join(' ', section.Statements.Items.OfType<FormulaStatement>().Select(formula => formula.Text))}");
        var right = new[] { "2", "1" }.SelectMany(id => order.Select(letter => $"{id}{letter}:x = {id}{letter - 'a'}"));
        if (!found.SequenceEqual(right))
            wrong.Add($"{text.ReplaceLineEndings("↵")} → {string.Join(", ", found)}");
    }

    private static string Line(string mark, string label) => mark + label + mark switch
    {
        "**" or "__" => mark,
        "<h3>" or "<h4>" => mark.Replace("<", "</", StringComparison.Ordinal),
        _ when mark.EndsWith('{') => "}",
        _ => "",
    } + (mark.Length == 0 ? " " : "\n\n");
}
