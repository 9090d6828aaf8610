using System.Text;

namespace Grader.Fuzzing;

/// <summary>Submissions changed at random: bytes flipped, blocks moved, ends cut off, lines doubled and lost, documents spliced.</summary>
internal static class SubmissionMutations
{
    public static string Change(IReadOnlyList<string> samples, Random random)
    {
        var text = samples[random.Next(samples.Count)];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
            text = Once(text, samples, random);
        return text;
    }

    private static string Once(string text, IReadOnlyList<string> samples, Random random) => random.Next(8) switch
    {
        0 => Bytes(text, random),
        1 => text[..random.Next(text.Length + 1)],
        2 => text[random.Next(text.Length + 1)..],
        3 => Shuffled(text, random),
        4 => Lines(text, random, static (lines, at) => lines.Insert(at, lines[at])),
        5 => Lines(text, random, static (lines, at) => lines.RemoveAt(at)),
        6 => Characters(text, random),
        _ => Spliced(text, samples[random.Next(samples.Count)], random),
    };

    private static string Bytes(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var flips = bytes.Length == 0 ? 0 : random.Next(1, 40); flips > 0; flips--)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Encoding.UTF8.GetString(bytes);
    }

    private static string Shuffled(string text, Random random)
    {
        var blocks = text.Split("\n\n");
        random.Shuffle(blocks);
        return string.Join("\n\n", blocks);
    }

    private static string Lines(string text, Random random, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        for (var times = random.Next(1, 12); times > 0 && lines.Count > 0; times--)
            change(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    /// <summary>Characters that mean something to the reader, wherever they fall.</summary>
    private static string Characters(string text, Random random)
    {
        const string Signs = "$$$|||***___```>>>###()[]{}\\\\&&%%==::--~~<>!\n\n\t\r\0\u200B８𝟖∂½²₁×·";
        var changed = new StringBuilder(text);
        for (var times = random.Next(1, 30); times > 0; times--)
            changed.Insert(random.Next(changed.Length + 1), Signs[random.Next(Signs.Length)].ToString(), random.Next(10) == 0 ? random.Next(2, 200) : 1);
        return changed.ToString();
    }

    private static string Spliced(string one, string other, Random random) => one[..random.Next(one.Length + 1)] + other[random.Next(other.Length + 1)..];
}
