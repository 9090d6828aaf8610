using System.Collections.Frozen;
using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Grader.Submissions.Outline;

/// <summary>The words that labels are made of, in the languages they are met in.</summary>
internal static class LabelWords
{
    private static readonly Words Questions = Set(
        "question", "questions", "problem", "problems", "exercise", "exercises", "task", "tasks", "prob", "ques", "que", "quest", "q", "ex", "exo",
        "aufgabe", "frage", "übung", "uebung", "problème", "probleme", "exercice", "ejercicio", "ejercicios", "pregunta", "problema", "tarea", "cuestión",
        "questão", "questao", "exercício", "exercicio", "pergunta", "tarefa", "esercizio", "quesito", "domanda", "compito", "opgave", "vraag", "oefening", "vraagstuk",
        "uppgift", "fråga", "opgaver", "zadanie", "zadatak", "úloha", "feladat", "soru", "задача", "вопрос", "задание", "упражнение",
        "問題", "问题", "問", "问", "题", "題", "题目", "題目", "大題", "大题", "課題", "课题", "設問", "演習", "習題", "习题", "练习", "練習", "作业题", "문제", "문항", "과제", "연습문제");

    private static readonly Words Parts = Set(
        "part", "subpart", "sub", "subquestion", "subproblem", "subtask", "section", "teil", "teilaufgabe", "teilfrage", "unteraufgabe", "partie", "apartado", "inciso",
        "parte", "alínea", "alinea", "deel", "deelvraag", "onderdeel", "del", "deluppgift", "часть", "пункт", "部分", "小問", "小题", "小題", "부분", "파트");

    private static readonly Words Answers = Set(
        "solution", "solutions", "answer", "answers", "ans", "sol", "soln", "response", "lösung", "loesung", "antwort", "réponse", "reponse", "corrigé", "solución", "solucion", "respuesta",
        "solução", "solucao", "resposta", "soluzione", "risposta", "svolgimento", "antwoord", "oplossing", "uitwerking", "svar", "lösning", "решение", "ответ",
        "解答", "解説", "回答", "答え", "答案", "解", "答", "풀이", "답", "답안", "정답", "해답", "해설");

    private static readonly Words Fillers = Set(
        "no", "nº", "nr", "num", "number", "nummer", "número", "numero", "numéro", "to", "for", "of", "zu", "zur", "für", "the", "la", "le", "de", "du", "del", "della", "al", "alla", "der", "voor",
        "part", "question", "problem", "exercise", "aufgabe", "frage");

    private static readonly Words Numbers = Set("no", "nº", "nr", "num", "number", "nummer", "número", "numero", "numéro");

    /// <summary>Headings of a report that no question stands under: at any level, and where a word stands alone on its line.</summary>
    private static readonly Words Asides = Set(
        "appendix", "appendices", "references", "bibliography", "acknowledgments", "acknowledgements", "acknowledgment", "acknowledgement", "anhang", "literatur", "literaturverzeichnis", "quellen",
        "quellenverzeichnis", "annexe", "annexes", "bibliographie", "références", "remerciements", "apéndice", "anexo", "anexos", "referencias", "bibliografía", "appendice", "riferimenti", "bibliografia",
        "apêndice", "referências", "bijlage", "bijlagen", "referenties", "literatuur", "литература", "приложение", "附录", "附錄", "参考文献", "參考文獻", "付録", "謝辞", "致谢", "부록", "참고문헌");

    private static readonly Words Contents = Set(
        "contents", "toc", "inhaltsverzeichnis", "inhalt", "sommaire", "contenido", "índice", "indice", "sommario", "conteúdo", "sumário", "inhoud", "inhoudsopgave", "оглавление", "содержание", "目录", "目錄", "目次", "목차", "차례");

    /// <summary>Headings of a report that end a question where they stand as high as it.</summary>
    private static readonly Words Chapters = Set(
        "introduction", "conclusion", "conclusions", "abstract", "preface", "einleitung", "einführung", "fazit", "schluss", "zusammenfassung", "résumé", "introducción", "conclusión", "conclusiones", "introduzione",
        "conclusione", "conclusioni", "introdução", "conclusão", "inleiding", "conclusie", "введение", "заключение", "引言", "介绍", "结论", "はじめに", "序論", "結論", "おわりに", "서론", "결론", "머리말");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Ordinals = new[]
    {
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
        "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
        "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
        "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo",
        "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo",
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
    }
        .SelectMany(language => language.Split(' ').Select((word, index) => (word, Rank: index + 1)))
        .DistinctBy(item => item.word, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(item => item.word, item => item.Rank, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Length of the word at the start of a run of letters. Chinese and Japanese put no blank behind a word: of 问题二 it is 问题, where a numeral follows.
    /// </summary>
    public static int Length(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 2 || letters[0] < '\u3000')
            return letters.Length;
        for (var length = Math.Min(letters.Length - 1, 5); length > 0; length--)
        {
            var word = letters[..length];
            if (NumberWord(letters[length..]) > 0 && (IsQuestion(word) || IsPart(word) || IsAnswer(word)))
                return length;
        }
        return letters.Length;
    }

    public static bool IsQuestion(ReadOnlySpan<char> word) => Contains(Questions, word);

    public static bool IsPart(ReadOnlySpan<char> word) => Contains(Parts, word);

    public static bool IsAnswer(ReadOnlySpan<char> word) => Contains(Answers, word);

    public static bool IsFiller(ReadOnlySpan<char> word) => Contains(Fillers, word);

    /// <summary><c>No. 3</c>, <c>Nr. 3</c>.</summary>
    public static bool IsNumberWord(ReadOnlySpan<char> word) => Contains(Numbers, word);

    public static bool IsAside(ReadOnlySpan<char> word) => Contains(Asides, word);

    public static bool IsContents(ReadOnlySpan<char> word) => Contains(Contents, word);

    public static bool IsChapter(ReadOnlySpan<char> word) => Contains(Chapters, word);

    /// <summary>What Chinese, Japanese and Korean put behind a question's number: <c>2번</c>, <c>第二题</c>.</summary>
    public static bool IsCounter(char letter) => letter is '번' or '题' or '題' or '問' or '问';

    /// <summary>One to ten, in words or in Chinese numerals, and zero for any other word.</summary>
    public static int NumberWord(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<string> names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        for (var i = 0; i < names.Length; i++)
        {
            if (word.Equals(names[i], StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }
        return word is [var numeral, ..] && (word.Length == 1 || IsCounter(word[1])) ? "一二三四五六七八九十".IndexOf(numeral) + 1 : 0;
    }

    /// <summary>First to tenth, and zero for any other word.</summary>
    public static int Ordinal(ReadOnlySpan<char> word) => Ordinals.TryGetValue(word, out var rank) ? rank : 0;

    private static Words Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool Contains(in Words words, ReadOnlySpan<char> word) => words.Contains(word);
}
