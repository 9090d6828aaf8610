namespace Grader.Mathematics.Tests;

/// <summary>A short run of the fuzzer: changed formulas are read or refused, and compared, without an exception and within bounds.</summary>
[TestFixture]
public sealed class FuzzTests
{
    private static readonly string[] Corpus = [.. NearMisses.All.SelectMany(static place => place.Right.Concat(place.Wrong).Append(place.Gold))];

    [TestCase(1)]
    [TestCase(2)]
    public void Read_changed_formula_gives_a_formula_or_an_error(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60_000; i++)
        {
            var text = Corpus[random.Next(Corpus.Length)];
            for (var rounds = random.Next(1, 4); rounds > 0; rounds--)
                text = Mutations.ChangeText(text, random);
            var reading = Formula.Read(text, i % 5 == 0 ? FormulaOptions.Case : FormulaOptions.Student);
            Assert.That((reading.Expression is null) == (reading.Error is not null), text);
            if (reading.Error is { } error)
                Assert.That(error.Position, Is.InRange(0, text.Length), text);
            else
                Assert.That(reading.Members.Items.All(member => member.Start >= 0 && member.Length >= 0 && member.Start + member.Length <= text.Length), text);
        }
    }

    [TestCase(3)]
    public void Compare_changed_pairs_gives_a_verdict(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 6_000; i++)
        {
            var place = NearMisses.All[random.Next(NearMisses.All.Length)];
            var text = Mutations.ChangeText(place.Gold, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            AnswerComparison.Compare(new(place.Gold, text, place.Mode, GoldSyntax: i % 7 == 0 ? "python" : null));
            if (GC.GetAllocatedBytesForCurrentThread() - before > 50_000_000 || clock.ElapsedMilliseconds > 60_000)
                Assert.Fail($"{clock.ElapsedMilliseconds} ms for {place.Gold} and {text}");
        }
    }
}
