namespace Grader.Submissions.Tests;

public sealed class OutlineTests
{
    [TestCase("## Problem 1\nx = 1\n## Problem 2\nx = 2", "1 2")]
    [TestCase("# 1 no Question\nx = 1\n#### 2 No Question\nx = 2", "1 2")]
    [TestCase("## Question 1\n## Solution (a)\nx = 1\n\n**solution** (b) :\nx = 2\n### solution c:\nx = 3", "1 1a 1b 1c")]
    [TestCase("**1(a)** x = 1\n\n**1(b)** x = 2", "1a 1b")]
    [TestCase("### 1b\nx = 1", "1b")]
    [TestCase("## 4\na) train accuracy: 73.8 %, test accuracy: 63.5 %, gap 10.3 points, it took 100 s\nb) train accuracy: 80.0 %, test accuracy: 64.0 %, which took a little longer, 120 s\nc) x = 3", "4 4a 4b 4c")]
    [TestCase("## 4\n(a) the long sentence that goes on and on over the end of its line, as said in\n(a) before and before that in the other part, and also as said in\n(c) after", "4 4a")]
    [TestCase("## Task 1g)\nx = 1", "1g")]
    [TestCase("Q2.c\nx = 1", "2c")]
    [TestCase("Q1: x = 1\n\nQ2: x = 2", "1 2")]
    [TestCase("Aufgabe 2\n\na) x = 1\n\nb) x = 2", "2 2a 2b")]
    [TestCase("## Aufgabe 1\n### Lösung (a)\nx = 1\n### Lösung (b)\nx = 2", "1 1a 1b")]
    [TestCase("## 問題 1\n\n### 解答 (a)\nx = 1", "1 1a")]
    [TestCase("## Question 1\n\nPart (c)\n\nx = 1", "1 1c")]
    [TestCase("Problem 1\n=========\n\nx = 1\n\nPart (a)\n--------\n\nx = 2", "1 1a")]
    [TestCase("## Question 1\n(a) x = 1\n\n(b) x = 2", "1 1a 1b")]
    [TestCase("## Question 1\n\ne) x = 1", "1 1e")]
    [TestCase("## Question 1\n\n(i) x = 1\n\n(ii) x = 2\n\n(iii) x = 3", "1 1i 1ii 1iii")]
    [TestCase("## Homework 5, Problem 3\nx = 1", "3")]
    [TestCase("## 🎯 Question 4 {-}\nx = 1", "4")]
    [TestCase("## Question One\nx = 1", "1")]
    [TestCase("## Problem II\nx = 1", "2")]
    [TestCase("# Answer to 1\nx = 1", "1")]
    [TestCase("### Question 1 - Part (b)\nx = 1", "1b")]
    [TestCase("## Question 2\n### 2.1\nx = 1\n### 2.2\nx = 2", "2 21 22")]
    [TestCase("1. x = 1\n\n2. x = 2", "1 2")]
    [TestCase("1. (a) x = 1\n\n   (b) x = 2\n\n2. (a) x = 3", "1a 1b 2a")]
    [TestCase("# Pregunta 2\n\n**Apartado b)**\n\nx = 1", "2 2b", Description = "Spanish")]
    [TestCase("## Exercice n° 2\n### Partie b\nx = 1", "2 2b", Description = "French")]
    [TestCase("## Solution de l'exercice 2\n### Réponse b)\nx = 1", "2 2b", Description = "French")]
    [TestCase("## Esercizio 2\n### Soluzione (b)\nx = 1", "2 2b", Description = "Italian")]
    [TestCase("## Exercício 2\n### Alínea b)\nx = 1", "2 2b", Description = "Portuguese")]
    [TestCase("## Vraag 2\n### Onderdeel b\nx = 1", "2 2b", Description = "Dutch")]
    [TestCase("## 第二题\n\n(b) x = 1", "2 2b", Description = "Chinese numerals")]
    [TestCase("## 课题二\n\n### （b）\nx = 1", "2 2b")]
    [TestCase("## 設問2\n### 解 (b)\nx = 1", "2 2b", Description = "Japanese")]
    [TestCase("## 2번\n\n### 풀이 (b)\nx = 1", "2 2b", Description = "Korean")]
    [TestCase("## Erste Aufgabe\nx = 1\n## Zweite Aufgabe\nx = 1", "1 2")]
    [TestCase("First question\n\nx = 1\n\nSecond question\n\nx = 2", "1 2")]
    [TestCase("## 2. Aufgabe\nx = 1", "2")]
    [TestCase("# No. 3\nx = 1", "3")]
    [TestCase("# Problem #3\nx = 1", "3")]
    [TestCase("# Part a of question 2\nx = 1", "2a")]
    [TestCase("# Answer to question 2 (a)\nx = 1", "2a")]
    [TestCase("Ans 1) x = 1\n\nAns 2) x = 2", "1 2")]
    [TestCase("Q1 x = 1\n\nQ2) x = 2", "1 2")]
    [TestCase("Question 2 a) x = 1", "2a")]
    [TestCase("Exercise 1, a: x = 1\n\nExercise 1, b: x = 2", "1a 1b")]
    [TestCase("## Question 1 / (a)\nx = 1", "1a")]
    [TestCase("1 a) x = 1\n1 b) x = 2\n2 a) x = 3", "1a 1b 2a")]
    [TestCase("## Question 1\na.) x = 1\n\nb.) x = 2", "1 1a 1b")]
    [TestCase("## Question 1\nad a) x = 1\n\nzu (b): x = 2", "1 1a 1b")]
    [TestCase("## 2.c\nx = 1", "2c")]
    [TestCase("## (2)(c)\nx = 1", "2c")]
    [TestCase("2-c: x = 1", "2c")]
    [TestCase("(2c) x = 1", "2c")]
    [TestCase("## I\nx = 1\n## II\nx = 2", "1 2", Description = "Roman headings")]
    [TestCase("## Question 1\n### Part 1\nx = 1\n### Part 2\nx = 2\n## Question 2\n### Part 1\nx = 1", "1 11 12 2 21", Description = "numbered parts are no questions")]
    [TestCase("##Question 1\n###(a)\nx = 1\n#2\nx = 2", "1 1a 2", Description = "no blank behind the number signs")]
    [TestCase("\\section{Question 1}\n\\subsection*{(a)}\nx = 1\n\n\\subsection*{Part (b)}\nx = 2", "1 1a 1b")]
    [TestCase("\\textbf{Question 1}\n\n\\textbf{(a)} x = 1\n\n$\\textbf{(b)}$ x = 2", "1 1a 1b")]
    [TestCase("<h2 id=\"q1\">Question 1</h2>\n<h3>(a)</h3>\n<p>x = 1</p>\n<h3>(b)</h3>\nx = 2", "1 1a 1b")]
    [TestCase("<details><summary>Question 1</summary>\n\nx = 1\n\n</details>", "1")]
    [TestCase("[Question 1]\n\nx = 1\n\n=== Question 2 ===\n\nx = 2\n\n--- Problem 3 ---\n\nx = 3", "1 2 3")]
    [TestCase("1)\n(a) x = 1\n(b) x = 2\n\n2)\n(a) x = 3", "1 1a 1b 2 2a", Description = "a number alone on its line")]
    [TestCase("1. **Convolution costs**\n   - a) x = 1\n   - b) x = 2\n2. **Norms**\n   - a) x = 3", "1 1a 1b 2 2a")]
    [TestCase("> ## Problem 1\n> ### (a)\n> x = 1", "1 1a", Description = "answers in a quote")]
    [TestCase("> **Question 1** What is the width?\n> (a) of layer 1\n> (b) of layer 2\n\n(a) x = 1\n\n(b) x = 2", "1 1a 1b", Description = "a quoted question before its answers")]
    [TestCase("## Question 1\n(a) Compute the width\n(b) Compute the height\n\nAnswer:\n\n(a) x = 1\n\n(b) x = 2", "1 1a 1b 1a 1b", Description = "the question's text, then its answers")]
    [TestCase("## Question 1\n(c) x = 3\n\n(a) x = 1\n\n(b) x = 2", "1 1c 1a 1b", Description = "parts out of order")]
    [TestCase("# Table of contents\n1. Question 1\n2. Question 2\n\n# Question 1\nx = 1\n# Question 2\nx = 2", "- 1 2")]
    [TestCase("**Contents**\n\n1. Question 1\n2. Question 2\n\n**Question 1** x = 1\n\n**Question 2** x = 2", "- 1 2")]
    [TestCase("- [Question 1](#q1)\n  - [(a)](#q1a)\n- [Question 2](#q2)\n\n# Question 1\n## (a)\nx = 1", "- 1 1a", Description = "contents without a title")]
    [TestCase("Question 1 .......... 2\nQuestion 2 .......... 3\n\n# Question 1\nx = 1", "- 1")]
    [TestCase("## Question 1\n### (a)\nx = 1\n## References\n[1] A book, 2015, p. 32", "1 1a -")]
    [TestCase("## Question 1\nx = 1\n\n**Appendix**\n\nx = 5", "1 -")]
    [TestCase("## Question 1\n### (a)\nx = 1\n## Conclusion\nSo x = 2\n## Question 2\nx = 2", "1 1a - 2")]
    [TestCase("Homework 5 - Deep learning\n\nHomework 5 - Deep learning\n\nQ1\n\nx = 1", "- 1", Description = "the title twice")]
    public void Read_labels_alone_finds_questions_and_parts(string text, string outline) => Assert.That(Outline(text, ""), Is.EqualTo(outline));

    [TestCase("## 1. Costs\n### a\nx = 1\n### b\nx = 2\n## 2. Norms\n### a\nx = 3", "1 1a 1b 2 2a")]
    [TestCase("## 2\nx = 1\n\n## 1\nx = 2", "2 1", Description = "out of order")]
    [TestCase("## 1\n### (a)\nx = 1\n### (a)\nx = 2", "1 1a 1a", Description = "answered twice")]
    [TestCase("## Convolution costs\n\n(a) x = 1", "1 1a", Description = "a heading that only the assignment knows")]
    [TestCase("## Question 1\nSolution (b): x = 1", "1 1b")]
    [TestCase("## Question 1\n### Part 1\nx = 1\n### Part 2\nx = 2\n## Question 2\n### Part 1\nx = 1", "1 1a 1b 2 2a", Description = "parts by their rank")]
    [TestCase("## Question 1\n### Part 9\nx = 1", "1", Description = "no ninth part")]
    [TestCase("## 1\n### Part (z)\nx = 1", "1", Description = "no such part")]
    public void Read_expected_parts_decide(string text, string outline) => Assert.That(Outline(text, "1 1a 1b 1c 2 2a 2b"), Is.EqualTo(outline));

    [TestCase("## Question 2\n## Solution (a)\nStep 1 : mean\n\nStep 2 : variance\n\nx = 1", "2 2a", Description = "steps")]
    [TestCase("## Question 1\n## Solution (a)\nLayer 1: x = 1\n\nLayer 2: x = 2", "1 1a", Description = "layers")]
    [TestCase("## Question 2\n### solution c:\n- 1. mean\n- 2. variance", "2 2c", Description = "numbers inside bullets")]
    [TestCase("## Question 1\n### (a)\n1. mean\n2. variance\n3. scale", "1 1a", Description = "an ordered list")]
    [TestCase("## Question 1\n### (a)\nUse both: (a) the mean and\n(b) the variance.\n### (b)\nx = 1", "1 1a 1b", Description = "an enumeration in running text")]
    [TestCase("## Question 1\n### (a)\n#### 1. Mean\nx = 1\n#### 2. Variance\nx = 2", "1 1a", Description = "numbered steps as headings")]
    [TestCase("## Question 1\nPart (a) of the question asks for x.\n\nx = 1", "1", Description = "a sentence about a part")]
    [TestCase("## Question 1\nProblem 2 is harder than this one.", "1", Description = "a sentence about a question")]
    [TestCase("## Question 1\n### A short summary\nx = 1", "1", Description = "the article A")]
    [TestCase("## Question 1\nWe fix it, i.e.\ni.e. we set x = 1", "1", Description = "i.e.")]
    [TestCase("# Homework 5\nx = 1", "-", Description = "the assignment's own number")]
    [TestCase("2.5 is the mean", "-")]
    [TestCase("## Question 1\nIn question 2 we saw that x = 2.\n\n(a) x = 1", "1 1a")]
    [TestCase("## Question 1\nLayer 1. It has x = 1\n\nLayer 2. It has x = 2", "1")]
    [TestCase("## Question 1\nFigure 3: the loss\n\nTable 1: the values\n\nTable 2. more", "1")]
    [TestCase("## Question 1\n2. step of it is x = 1", "1")]
    [TestCase("## Question 1\n### (a)\nPart of the loss is x = 1.\n\nPart a is done, so is part b.", "1 1a")]
    [TestCase("## Question 1\n### (a)\n**Layer 1** x = 1\n\n**Layer 2:** x = 2\n\n**Step 3** x = 3", "1 1a")]
    [TestCase("## Question 1\nAnswer 42 is the right one.\n\nSolution is x = 1.", "1")]
    [TestCase("Q: what is x?\n\nA: x = 1", "-", Description = "question and answer, no part a")]
    [TestCase("## Question 1\n(a) x = 1\n\n(b) x = 2\n\n(c) We distinguish\n\n(a) training\n\n(b) test", "1 1a 1b 1c", Description = "an enumeration inside a part")]
    [TestCase("## Question 1\n### (a)\nFor part (b) we need x = 3\n\n### (b)\nx = 5", "1 1a 1b")]
    [TestCase("## Question 1\n## Solution (a)\nx = 1\n## Conclusion\nSo x = 2", "1 1a", Description = "a conclusion as high as its part")]
    [TestCase("## Question 1\n### Introduction\nx = 1", "1")]
    [TestCase("## Question 1\nThe appendix holds x = 1\n\nReferences to x are a = 3.", "1")]
    [TestCase("## Question 1\n#5 is the fifth, #a tag", "1")]
    [TestCase("第二の層は x = 1", "-", Description = "the second layer")]
    [TestCase("## Question 1\n### (a)\n### (i)\nx = 1\n### (ii)\nx = 2", "1 1a", Description = "steps in Roman numbers")]
    public void Read_near_misses_are_no_labels(string text, string outline) => Assert.That(Outline(text, ""), Is.EqualTo(outline));

    [Test]
    public void Read_heading_is_kept_as_written_with_its_place()
    {
        var document = SubmissionReader.Read("x.md", "## Question 1\n\n**solution** (b) :  $W = 3$");
        var section = document.Sections[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(section.Heading, Is.EqualTo("**solution** (b) :"));
            Assert.That(section.Place, Is.EqualTo(new Place(15, 33, 3, 1, 3, 19)));
            Assert.That(section.Statements, Has.Count.EqualTo(1));
        }
    }

    [TestCase("### (b) W' = 32", 1)]
    [TestCase("**(b) W' = 32**", 1)]
    [TestCase("### (b) Output width of LeNet-5", 0)]
    public void Read_takes_an_answer_out_of_its_label(string text, int statements) =>
        Assert.That(SubmissionReader.Read("x.md", "## Question 1\n\n" + text).Sections[^1].Statements, Has.Count.EqualTo(statements));

    [Test]
    public void Read_of_an_empty_text_has_no_sections() => Assert.That(SubmissionReader.Read("x.md", "").Sections, Is.Empty);

    [TestCase("x = 1\n\n## Appendix\n\nx = 2", "False True")]
    [TestCase("# 1\nx = 1\n## References\nx = 2\n# 2\nx = 3", "False True False")]
    [TestCase("# 1\nx = 1\n## More references to x\nx = 2", "False")]
    public void Read_tells_what_answers_nothing(string text, string asides) =>
        Assert.That(string.Join(' ', SubmissionReader.Read("x.md", text).Sections.Items.Select(section => section.IsAside)), Is.EqualTo(asides));

    private static string Outline(string text, string expected)
    {
        var parts = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => new ExpectedPart(id[..1], id.Length > 1 ? id[1..] : null, id == "1" ? ["convolution* costs"] : []));
        return string.Join(' ', SubmissionReader.Read("x.md", text, Mathematics.Sequence.ToSequence(parts)).Sections.Items.Select(section => section.Question is null ? "-" : section.Question + section.Part));
    }
}
