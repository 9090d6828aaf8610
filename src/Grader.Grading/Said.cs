namespace Grader.Grading;

/// <summary>A message as an instructor reads it, and as a student may read it before answers are released: the same, but that it gives no right answer away.</summary>
/// <param name="Full">With right values.</param>
/// <param name="Told">Without them.</param>
internal sealed record Said(string Full, string Told)
{
    public static Said Nothing { get; } = "";

    public bool IsEmpty => Full.Length == 0;

    /// <summary>A message that gives nothing away.</summary>
    public static implicit operator Said(string text) => new(text, text);

    /// <summary>The same words around both.</summary>
    public Said Within(Func<string, string> words) => new(words(Full), Told.Length == 0 ? "" : words(Told));

    /// <summary>One after the other, with a space between.</summary>
    public Said And(Said next) => new(Join(Full, next.Full), Join(Told, next.Told));

    public static Said Joined(string separator, IEnumerable<Said> parts)
    {
        var all = parts.ToList();
        return new(string.Join(separator, all.Select(part => part.Full)), string.Join(separator, all.Select(part => part.Told)));
    }

    private static string Join(string first, string second) => second.Length == 0 ? first : first.Length == 0 ? second : $"{first} {second}";
}
