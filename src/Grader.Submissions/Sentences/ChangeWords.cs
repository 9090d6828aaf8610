using System.Collections.Frozen;

namespace Grader.Submissions.Sentences;

internal enum ChangeForm
{
    Verb,
    Noun,

    /// <summary><c>higher</c>, <c>longer</c>.</summary>
    Comparative,

    /// <summary><c>unchanged</c>, <c>the same</c>.</summary>
    State,

    /// <summary><c>change</c>, <c>difference</c>: a claim only where denied.</summary>
    Change,
}

/// <summary>Words that say that something rose, fell or stayed.</summary>
internal static class ChangeWords
{
    private static readonly FrozenDictionary<string, (Direction Direction, ChangeForm Form)> Words = Make();

    public static bool IsVerb(string word) => Words.TryGetValue(word, out var meaning) && meaning.Form == ChangeForm.Verb;

    public static bool TryGet(string word, out Direction direction, out ChangeForm form)
    {
        var found = Words.TryGetValue(word, out var meaning);
        (direction, form) = meaning;
        return found;
    }

    private static FrozenDictionary<string, (Direction, ChangeForm)> Make()
    {
        var words = new Dictionary<string, (Direction, ChangeForm)>(StringComparer.Ordinal);
        void Add(Direction direction, ChangeForm form, string list)
        {
            foreach (var word in list.Split(' '))
                words[word] = (direction, form);
        }

        Add(Direction.Rose, ChangeForm.Verb, "improve improves improved improving increase increases increased increasing rise rises rose risen rising raise raises raised raising grow grows grew grown growing climb climbs climbed boost boosts boosted boosting jump jumps jumped enhance enhances enhanced gained gains widen widens widened widening exceeds exceeded surpasses surpassed outperforms outperformed benefits benefited triple triples tripled steigt stieg steigen gestiegen erhöht verbessert verbesserte augmente augmenté augmentée monte croît améliore améliorée");
        Add(Direction.Fell, ChangeForm.Verb, "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline declines declined declining reduce reduces reduced reducing lowers lowered lowering shrink shrinks shrank shrunk degrade degrades degraded worsen worsens worsened deteriorate deteriorates deteriorated dip dips dipped sank sinks diminish diminished shorten shortens shortened hurt hurts lost loses suffered suffers narrow narrows narrowed narrowing plummets plummeted sinkt gesunken fällt fiel gefallen verschlechtert verringert diminue diminué diminuée baisse baissé chute chuté");
        Add(Direction.Halved, ChangeForm.Verb, "halve halves halved halving halbiert halbierte");
        Add(Direction.Doubled, ChangeForm.Verb, "double doubles doubled doubling verdoppelt verdoppelte");
        Add(Direction.Rose, ChangeForm.Noun, "improvement improvements gain boost growth");
        Add(Direction.Fell, ChangeForm.Noun, "reduction degradation deterioration");
        Add(Direction.Rose, ChangeForm.Comparative, "higher better greater larger bigger longer more slower wider höher besser größer länger");
        Add(Direction.Fell, ChangeForm.Comparative, "lower worse smaller shorter less fewer faster quicker narrower niedriger schlechter kleiner kürzer schneller");
        Add(Direction.Halved, ChangeForm.State, "half");
        Add(Direction.Doubled, ChangeForm.State, "twice");
        Add(Direction.Unchanged, ChangeForm.State, "unchanged same identical constant stable unaffected comparable plateaued plateaus unverändert gleich konstant inchangé inchangée identique");
        Add(Direction.Unchanged, ChangeForm.Change, "change changes changed changing difference differences differ differs effect impact affect affected vary varied move moves moved ändert verändert geändert");
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
