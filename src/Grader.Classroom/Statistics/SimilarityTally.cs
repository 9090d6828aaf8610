using Grader.Mathematics;

namespace Grader.Classroom.Statistics;

/// <summary>
/// Looks for submissions that share rare wrong answers. A diagnosed mistake is one event however many answers it explains; a wrong answer that nothing explains is one. The chance is that of two
/// students who work alone, with the frequencies of this class: a list to look at, no proof.
/// </summary>
internal sealed class SimilarityTally
{
    private const int FewestShared = 2;
    private const int MostPairs = 100;
    private const double MostExpected = 1;

    /// <summary>What more than this share of the class has says little, and pairs of them are many.</summary>
    private const double RareShare = 0.05;

    private const int LeastRare = 3;
    private const int MostRare = 60;

    private readonly List<string> _names = [];
    private readonly List<int[]> _eventsOf = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _says = [];
    private readonly List<int> _counts = [];

    public void Add(ResultAnswers result)
    {
        var events = new HashSet<int>();
        foreach (var answer in result.Checks.Items.Where(answer => answer.IsWrong && answer.Value.Length > 0))
            events.Add(answer.Mistakes.Count > 0 ? Number($"{answer.Question}: {string.Join(" or ", answer.Mistakes.Items)}") : Number($"{answer.Id} = {answer.Value}"));
        foreach (var number in events)
            _counts[number]++;
        _names.Add(result.Name);
        _eventsOf.Add([.. events.Order()]);
    }

    public Sequence<AlikePair> Pairs()
    {
        var most = Math.Clamp((int)(RareShare * _names.Count), LeastRare, MostRare);
        var rareOf = _eventsOf.ConvertAll(events => events.Where(number => _counts[number] <= most).ToArray());
        var having = new Dictionary<int, List<int>>();
        for (var student = 0; student < rareOf.Count; student++)
        {
            foreach (var number in rareOf[student].Where(number => _counts[number] > 1))
            {
                if (!having.TryGetValue(number, out var students))
                    having[number] = students = [];
                students.Add(student);
            }
        }
        var shared = new Dictionary<(int, int), List<int>>();
        foreach (var (number, students) in having)
        {
            for (var i = 0; i < students.Count; i++)
            {
                for (var j = i + 1; j < students.Count; j++)
                {
                    if (!shared.TryGetValue((students[i], students[j]), out var numbers))
                        shared[(students[i], students[j])] = numbers = [];
                    numbers.Add(number);
                }
            }
        }
        var pairs = (double)_names.Count * (_names.Count - 1) / 2;
        return shared.Where(pair => pair.Value.Count >= FewestShared)
            .Select(pair => (pair.Key, pair.Value, Chance: Math.Max(Chance(rareOf[pair.Key.Item1], pair.Value.Count), Chance(rareOf[pair.Key.Item2], pair.Value.Count))))
            .Where(pair => pair.Chance * pairs < MostExpected)
            .OrderBy(pair => pair.Chance).ThenBy(pair => pair.Key)
            .Take(MostPairs)
            .Select(pair => new AlikePair(_names[pair.Key.Item1], _names[pair.Key.Item2], pair.Value.Order().Select(number => $"{_says[number]} ({_counts[number]} of {_names.Count})").ToSequence(), pair.Chance, pair.Chance * pairs))
            .ToSequence();
    }

    /// <summary>That one who works alone has at least <paramref name="count"/> of these events, each with the share of the class that has it: the tail of a sum of unequal Bernoulli trials.</summary>
    private double Chance(int[] events, int count)
    {
        var exactly = new double[events.Length + 1];
        exactly[0] = 1;
        for (var i = 0; i < events.Length; i++)
        {
            var share = (double)_counts[events[i]] / _names.Count;
            for (var k = i + 1; k > 0; k--)
                exactly[k] = (exactly[k] * (1 - share)) + (exactly[k - 1] * share);
            exactly[0] *= 1 - share;
        }
        return exactly.Skip(count).Sum();
    }

    private int Number(string say)
    {
        if (_numbers.TryGetValue(say, out var number))
            return number;
        _says.Add(say);
        _counts.Add(0);
        return _numbers[say] = _says.Count - 1;
    }
}
