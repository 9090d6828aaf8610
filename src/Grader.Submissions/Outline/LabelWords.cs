using System.Collections.Frozen;
using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Grader.Submissions.Outline;

/// <summary>The words that labels are made of, in the languages they are met in.</summary>
internal static class LabelWords
{
    private static readonly Words Questions =
        Set("question", "questions", "problem", "exercise", "task", "prob", "ques", "que", "q", "ex", "aufgabe", "frage", "übung", "exercice", "ejercicio", "problema", "pregunta", "questão", "questao", "exercício", "esercizio", "opgave", "uppgift", "задача", "вопрос", "問題", "问题", "問", "题", "題", "문제", "課題", "習題", "习题");

    private static readonly Words Parts =
        Set("part", "subpart", "sub-part", "subquestion", "section", "teil", "teilaufgabe", "partie", "parte", "deel", "del", "часть", "部分", "小問");

    private static readonly Words Answers =
        Set("solution", "solutions", "answer", "answers", "ans", "sol", "soln", "response", "lösung", "loesung", "antwort", "réponse", "reponse", "solución", "solucion", "respuesta", "resposta", "soluzione", "risposta", "antwoord", "svar", "решение", "ответ", "解答", "答え", "答案", "解", "答", "풀이", "답", "정답");

    private static readonly Words Fillers =
        Set("no", "nr", "number", "num", "to", "for", "of", "zu", "für", "the", "part", "question", "problem", "n°", "№");

    public static bool IsQuestion(ReadOnlySpan<char> word) => Contains(Questions, word);

    public static bool IsPart(ReadOnlySpan<char> word) => Contains(Parts, word);

    public static bool IsAnswer(ReadOnlySpan<char> word) => Contains(Answers, word);

    public static bool IsFiller(ReadOnlySpan<char> word) => Contains(Fillers, word);

    /// <summary>One to ten, and zero for any other word.</summary>
    public static int NumberWord(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<string> names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        for (var i = 0; i < names.Length; i++)
        {
            if (word.Equals(names[i], StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }
        return 0;
    }

    private static Words Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool Contains(in Words words, ReadOnlySpan<char> word) => words.Contains(word);
}
