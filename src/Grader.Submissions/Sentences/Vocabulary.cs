using System.Collections.Frozen;
using Words = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Grader.Submissions.Sentences;

/// <summary>The words that the reading of sentences turns on.</summary>
internal static class Vocabulary
{
    private static readonly Words Abbreviations = Set("e.g i.e eg ie etc vs cf approx ca no nr fig figs eq eqs sec resp incl max min avg std acc val dr prof st al wrt");

    private static readonly Words Functions = Set("sqrt floor ceil ceiling abs ln log log2 log10 ld exp sin cos tan tanh max min sum mean var sigmoid softmax relu round int transpose conv pool f g h sigma vec");

    private static readonly Words Units = Exactly("bytes byte kB KB MB GB TB KiB MiB GiB bits FLOPs flops FLOPS GFLOPs MFLOPs MACs GMACs MMACs percent");

    private static readonly Words Greek = Set("alpha beta gamma delta epsilon eps theta lambda mu sigma eta rho tau phi omega pi");

    private static readonly Words Copulas = Set("is are was were be been being equals equal gives give gave yields yield becomes became become remains remained stays stayed comes came totals ist sind war bleibt blieb bleiben beträgt est reste es");

    private static readonly Words Obtaining =
        Set("get gets got obtain obtains obtained have has had achieve achieves achieved reach reaches reached see saw report reports reported record recorded find found observe observed went goes attain attained attains needs needed requires required contains hit hits scored scores measured");

    private static readonly Words Articles = Set("der die das ein eine le la les el los the a an its our my their this that these those both");

    private static readonly Words Prepositions = Set("of to at by in on for from with till until up down about around with after before over into as than only just back roughly approximately nearly almost exactly around circa some");

    private static readonly Words Adverbs =
        Set("slightly significantly much a bit little lot somewhat also further again even marginally noticeably considerably clearly now then finally only just very quite still overall actually thus therefore hence so however moreover here obviously drastically dramatically substantially strongly greatly gradually sharply by far way rather largely too almost nearly really definitely probably approximately roughly about around");

    private static readonly Words Adjectives = Set("large big small high low huge good bad great tiny wide fair clear noticeable considerable significant moderate fine best worst acceptable reasonable similar close");

    private static readonly Words ApproximationWords = Set("around about approximately approx roughly nearly almost circa ca close some ungefähr etwa environ");

    private static readonly Words Referring =
        Set("page slide layer step epoch epochs question problem part table figure fig section chapter iteration case equation eq channel exercise task homework hw assignment example row column unit stage block version lab layers version conv fc experiment run model ex number python pytorch torch numpy cuda tensorflow keras class cluster neuron input node feature iter seite folie schicht schichten epoche schritt aufgabe frage teil tabelle abbildung beispiel klasse couche époque étape partie capa época");

    private static readonly Words ClauseWords = Set("while whereas but although though because since which where when if whilst however so and");

    private static readonly Words Negations = Set("not no never neither nor without hardly barely cannot didn't doesn't don't isn't wasn't aren't weren't won't can't couldn't fails failed didnt doesnt dont isnt wasnt didn’t doesn’t don’t isn’t wasn’t nicht kein keine kaum pas aucune");

    private static readonly Words Excluding = Set("than as same like unlike vs versus compared except excluding excl including incl instead other besides plus minus wrong old before");

    public static bool IsAbbreviation(ReadOnlySpan<char> word) => Has(Abbreviations, word) || (word.Length == 1 && char.IsLower(word[0]) && word[0] is 'e' or 'i' or 'g');

    public static bool IsFunction(ReadOnlySpan<char> word) => Has(Functions, word);

    /// <summary>A unit that a formula may carry in words: "64 * 64 * 4 bytes = 16 KB".</summary>
    public static bool IsUnit(ReadOnlySpan<char> word) => Has(Units, word);

    public static bool IsGreek(ReadOnlySpan<char> word) => Has(Greek, word);

    public static bool IsCopula(ReadOnlySpan<char> word) => Has(Copulas, word);

    public static bool IsObtaining(ReadOnlySpan<char> word) => Has(Obtaining, word);

    public static bool IsArticle(ReadOnlySpan<char> word) => Has(Articles, word);

    public static bool IsPreposition(ReadOnlySpan<char> word) => Has(Prepositions, word);

    public static bool IsAdverb(ReadOnlySpan<char> word) => Has(Adverbs, word);

    public static bool IsAdjective(ReadOnlySpan<char> word) => Has(Adjectives, word);

    public static bool IsApproximation(ReadOnlySpan<char> word) => Has(ApproximationWords, word);

    /// <summary>A noun whose number names it: in "layer 1" the 1 is no amount.</summary>
    public static bool IsReferring(ReadOnlySpan<char> word) => Has(Referring, word);

    public static bool IsClauseWord(ReadOnlySpan<char> word) => Has(ClauseWords, word);

    /// <summary>Words in brackets behind a value that name another thing than the value's own.</summary>
    public static bool Excludes(ReadOnlySpan<char> word) => Has(Excluding, word) || IsNegation(word);

    public static bool IsNegation(ReadOnlySpan<char> word) => Has(Negations, word);

    private static Words Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static Words Exactly(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool Has(in Words words, ReadOnlySpan<char> word) => words.Contains(word);
}
