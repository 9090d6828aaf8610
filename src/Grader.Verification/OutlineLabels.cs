namespace Grader.Verification;

/// <summary>Labels of questions (<c>{0}</c>) and parts (<c>{1}</c>), as students write them in many tongues.</summary>
internal static class OutlineLabels
{
    /// <summary>Empty: the labels of the parts name the question.</summary>
    public static readonly IReadOnlyList<string> Questions =
    [
        "## Question {0}", "# Question {0}", "## Problem {0}", "**Problem {0}**", "Question {0}", "Aufgabe {0}", "## Task {0}", "# {0}", "Q{0}.", "Problem {0}\n----------", "Question {0}\n==========",
        "## Exercise {0}:", "**Exercise {0}.**", "# Answer to {0}", "### Übung {0}", "## Ejercicio {0}", "## 問題 {0}", "## Problem {0} {{-}}", "## 📝 Question {0}", "**Q{0}**", "***Question {0}:***",
        "## Question {0} {{#q{0}}}", "> ## Question {0}", "<h2>Question {0}</h2>", "## __Question {0}__", "",
    ];

    public static readonly IReadOnlyList<string> Parts =
    [
        "### ({1})", "**({1})**", "({1})", "{1})", "### Part {1}", "**Solution ({1}):**", "### {0}{1}", "**{0}({1})**", "Answer ({1}):", "#### {0}.{1}", "**solution** ({1}) :", "## Lösung {1})", "**Part ({1})**",
        "### Solution {1}:", "***Answer ({1}):***", "Q{0}.{1}", "# ({1})", "Teil {1})", "### {0}.{1})", "## Task {0}{1})", "**{1}.**", "### 解答 ({1})", "{0}{1})", "- ({1})", "### **({1})**", "<b>({1})</b>",
    ];

    public static readonly IReadOnlyList<string> Titles =
    [
        "# Homework", "", "Homework\n\nPriya Castellanos, spring term", "---\ntitle: Homework\nauthor: Someone\n---", "<h1>Homework</h1>\n\nName: A. N. Other, Matr.-Nr. 1234567", "# My solutions\n\nHanded in with a friend.",
    ];

    /// <summary>A part's label that names its question, for documents without labels of questions.</summary>
    public static string PartAlone(int option) => Parts[option].Contains("{0}", StringComparison.Ordinal) ? Parts[option] : "### {0}({1})";
}
