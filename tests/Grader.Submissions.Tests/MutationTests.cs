using System.Diagnostics;
using CsCheck;

namespace Grader.Submissions.Tests;

/// <summary>Sample submissions with characters changed, blocks moved, ends cut off: each is read, and soon.</summary>
public sealed class MutationTests
{
    private static readonly string[] Samples = ["full-marks", "scanned", "missing-3", "hedged", "notations"];

    private static readonly Lazy<string[]> Texts = new(() => Array.ConvertAll(Samples, name => File.ReadAllText(Path.Combine(Repository.Root, "cases", "hw5", "submissions", name + ".md"))));

    [Test]
    public void Read_of_mutated_samples_ends_soon()
    {
        var mutation = Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Int[0, 3], Gen.Int[0, 1_000_000].Array[1, 12]);
        mutation.Hold(
            drawn =>
            {
                var text = Mutate(Texts.Value[drawn.Item1], drawn.Item2, drawn.Item3);
                var watch = Stopwatch.StartNew();
                SubmissionReader.Read("x.md", text);
                return watch.Elapsed < TimeSpan.FromMinutes(1);
            },
            2000);
    }

    private static string Mutate(string text, int kind, int[] numbers)
    {
        switch (kind)
        {
            case 0:
                var characters = text.ToCharArray();
                foreach (var number in numbers)
                    characters[number % characters.Length] = (char)((number * 7) % 400);
                return new string(characters);
            case 1:
                return text[..(numbers[0] % text.Length)];
            case 2:
                return text[(numbers[0] % text.Length)..];
            default:
                var blocks = text.Split("\n\n");
                foreach (var number in numbers)
                    (blocks[number % blocks.Length], blocks[(number / 7) % blocks.Length]) = (blocks[(number / 7) % blocks.Length], blocks[number % blocks.Length]);
                return string.Join("\n\n", blocks);
        }
    }
}
