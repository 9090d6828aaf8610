namespace Grader.Fuzzing.Driving;

/// <summary>
/// What a reader showed of itself at one input: kinds of statements, messages without what they quote, nodes below nodes. It stands for the paths through the code, which nothing measures here.
/// Each trait is a number below 65536, so that parents are bounded in number; two may share one.
/// </summary>
internal sealed class Traits
{
    public const int Most = 1 << 16;

    /// <summary>Messages with the same advice that are told apart: where there are more, the input's own words stand in them.</summary>
    private const int MostOfAdvice = 40;

    private readonly HashSet<ushort> _all = [];
    private readonly Dictionary<string, HashSet<string>> _messages = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ushort> All => _all;

    public void Clear() => _all.Clear();

    public void Add(string kind, string what) => _all.Add(Fold(Hash(Hash(14695981039346656037, kind) ^ 0xFF, what)));

    public void Add(string kind, string what, string other) => _all.Add(Fold(Hash(Hash(Hash(14695981039346656037, kind) ^ 0xFF, what) ^ 0xFF, other)));

    /// <summary>A number by its size: 0, 1, 2, 3, 4–7, 8–15 …</summary>
    public void Count(string kind, long number) => Add(kind, number < 4 ? number.ToString() : $"2^{long.Log2(number)}");

    /// <summary>A message without what it quotes, what is no word, and most of its words: those in front may be the input's.</summary>
    public void Message(string kind, string message, string advice = "")
    {
        var (what, to) = (Shape(message, last: true), Shape(advice, last: false));
        if (!_messages.TryGetValue(to, out var known))
            _messages[to] = known = new(StringComparer.Ordinal);
        Add(kind, known.Contains(what) || (known.Count < MostOfAdvice && known.Add(what)) ? what : "another", to);
    }

    /// <summary>What stands before the first quotation mark and behind the last, for what is quoted may hold marks of its own.</summary>
    private static string Shape(string message, bool last)
    {
        const int Words = 3;
        const string Marks = "\"`'“”";
        var first = message.AsSpan().IndexOfAny(Marks);
        if (first >= 0)
            message = string.Concat(message.AsSpan(0, first), " ", message.AsSpan(message.AsSpan().LastIndexOfAny(Marks) + 1));
        var words = message.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsAsciiLetter(word[0]) && word.All(character => char.IsAsciiLetter(character) || character is '.' or ',' or '-'));
        return string.Join(' ', last ? words.TakeLast(Words) : words.Take(Words));
    }

    private static ulong Hash(ulong hash, string text)
    {
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211;
        return hash;
    }

    private static ushort Fold(ulong hash) => (ushort)(hash ^ (hash >> 16) ^ (hash >> 32) ^ (hash >> 48));
}
