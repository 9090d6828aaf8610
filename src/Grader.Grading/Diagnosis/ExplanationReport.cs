using System.Collections.Immutable;
using System.Globalization;
using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Grading.Diagnosis;

/// <summary>The explanation of a question as a report tells it: the mistakes, and one sentence for people.</summary>
internal sealed class ExplanationReport
{
    private const int LongestValue = 40;

    private readonly Question _question;
    private readonly Explanation _explanation;
    private readonly Worksheet _key;
    private readonly List<ValueState> _wrong;
    private readonly List<ValueState> _carriers;
    private readonly List<ValueState> _loose;

    public ExplanationReport(Question question, Explanation explanation, IReadOnlyList<ValueState> states, Worksheet key)
    {
        (_question, _explanation, _key) = (question, explanation, key);
        _wrong = [.. states.Where(state => state.IsWrong)];
        var slips = explanation.Slips.Where(slip => slip.Besides.IsEmpty && slip.Mistakes.Count == 0).ToList();
        _carriers = slips.FindAll(slip => _wrong.Exists(state => state.CarriedFrom.Contains(slip)));
        _loose = slips.FindAll(slip => !_carriers.Contains(slip));
    }

    public IEnumerable<MistakeFound> Mistakes
    {
        get
        {
            foreach (var made in _explanation.Mistakes)
            {
                var checks = _wrong.FindAll(state => state.Mistakes.Contains(made.Mistake.Id));
                var others = _explanation.OrElse.SelectMany(set => set).Select(other => other.Mistake.Id).Except(_explanation.Mistakes.Select(known => known.Mistake.Id)).ToSequence();
                var explains = _explanation.Mistakes.Length == 1 ? Sentence : Share(made, checks);
                yield return new(made.Mistake.Id, _question.Id, made.Mistake.Say, checks.Select(state => state.Grader.Check.Id).ToSequence(), explains.Full) { Where = made.Where, OrElse = others, SayToStudent = MistakeSay.Of(made.Mistake, _key).Told, ExplainsToStudent = explains.Told };
            }
        }
    }

    /// <summary>How much of the question is explained, by what, and what is not; empty where there is nothing to tell.</summary>
    public Said Sentence
    {
        get
        {
            var sentence = _explanation.Mistakes.Length > 0 ? OfMistakes() : OfSlips();
            if (!_explanation.Stopped)
                return sentence;
            var may = sentence.IsEmpty ? "an" : "a simpler";
            return sentence.And($"The search in question {_question.Id} stopped at its limit: there may be {may} explanation.");
        }
    }

    private Said OfMistakes()
    {
        var things = _explanation.Mistakes.Length + _carriers.Count;
        var head = (_explanation.Mistakes.Length, _carriers.Count) switch
        {
            (1, 0) => "One mistake explains",
            var (mistakes, slips) => $"{Capital(Counted(mistakes, "mistake"))}{(slips > 0 ? $" and {Counted(slips, "slip")}" : "")}{(things > 1 ? " together explain" : "")}",
        };
        var explained = _wrong.Count - _loose.Count;
        var share = _loose.Count > 0 ? $"{explained} of the {_wrong.Count} wrong answers" : _wrong.Count == 1 ? "the wrong answer" : _wrong.Count == 2 ? "both wrong answers" : $"all {_wrong.Count} wrong answers";
        var follows = _wrong.Exists(state => state.IsCarried) ? $", and what follows from {(things > 1 ? "them" : "it")} is right given {(things > 1 ? "them" : "it")}" : "";
        var slip = _carriers.Count > 0 ? $"; the {Plural(_carriers.Count, "slip")} {(_carriers.Count > 1 ? "are" : "is")} in {string.Join(" and ", _carriers.Select(Named))}" : "";
        var besides = _explanation.Slips.Where(state => !state.Besides.IsEmpty).ToList();
        return new(Sentence(said => said.Full), Sentence(said => said.Told));

        string Sentence(Func<Said, string> read) =>
            $"{head} {share} in question {_question.Id}{follows}: {Says(read)}{slip}{string.Concat(besides.Select(state => $"; in {state.Grader.Check.Id}, {read(state.Besides)}"))}{NotExplained()}.";
    }

    private string OfSlips()
    {
        if (_carriers.Count == 0)
            return "";
        var rest = _loose.Count > 0 ? "what follows" : "the rest";
        return $"{Capital(Counted(_carriers.Count, "slip"))} in {string.Join(" and ", _carriers.Select(Named))}; {rest} is right given {(_carriers.Count > 1 ? "them" : "it")}{NotExplained()}.";
    }

    private string NotExplained() => _loose.Count == 0 ? "" : $"; {string.Join(" and ", _loose.Select(state => state.Grader.Check.Id))} {(_loose.Count > 1 ? "are" : "is")} not explained";

    private string Says(Func<Said, string> read)
    {
        const int MostAlternatives = 3;
        var main = Says(_explanation.Mistakes, read);
        var others = _explanation.OrElse.Take(MostAlternatives).Select(set => Says(set, read)).ToList();
        return others.Count == 0 ? main : $"either {main}, or {string.Join(", or ", others)}";
    }

    private string Says(ImmutableArray<MadeMistake> set, Func<Said, string> read) => string.Join("; and ", set.Select(made => Say(made, read)));

    private string Say(MadeMistake made, Func<Said, string> read)
    {
        var say = read(MistakeSay.Of(made.Mistake, _key)).TrimEnd('.');
        // FLOPs stays FLOPs.
        var small = say.Length > 1 && char.IsUpper(say[1]) ? say : char.ToLowerInvariant(say[0]) + say[1..];
        return made.Where.Count == 0 ? small : $"{small} (in {string.Join(" and ", made.Where)} only)";
    }

    private Said Share(MadeMistake made, List<ValueState> checks)
    {
        var share = checks.Count == _wrong.Count ? "the" : $"{checks.Count} of the {_wrong.Count}";
        var part = $"This mistake has a part in {share} wrong {Plural(_wrong.Count, "answer")} in question {_question.Id}";
        return new($"{part}: {Say(made, said => said.Full)}.", $"{part}: {Say(made, said => said.Told)}.");
    }

    private static string Named(ValueState state)
    {
        var text = state.Selection!.Answer.Text;
        return $"{state.Grader.Check.Id} ({(text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue), "…"))})";
    }

    private static string Counted(int count, string what) => $"{count switch { 1 => "one", 2 => "two", 3 => "three", _ => count.ToString(CultureInfo.InvariantCulture) }} {Plural(count, what)}";

    private static string Plural(int count, string what) => count == 1 ? what : what + "s";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
