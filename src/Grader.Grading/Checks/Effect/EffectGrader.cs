using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>What a change is said to have done to each measure; it must agree with the student's own numbers before and after.</summary>
internal sealed class EffectGrader(EffectCheck check) : ClaimGrader(check)
{
    private enum Finding
    {
        NotSaid,
        Agrees,
        Contradicts,
        Doubtful,
        OtherSize,
        NotOfIt,
    }

    public override Outcome Judge(SubmissionReading reading)
    {
        var part = reading.PartOf(check);
        var claims = Claims(reading);
        var findings = check.Measures.Items.Select(measure => (Measure: measure, Result: Find(measure, claims, reading))).ToList();
        var expected = string.Join("; ", findings.Select(item => $"{item.Measure.Name}: {Describe(item.Measure, reading)}"));
        var evidence = findings.Select(item => item.Result.Claim).FirstOrDefault(claim => claim is not null);

        if (evidence is null)
        {
            return part.Sentences is [var prose, ..]
                ? Outcome.Review(expected, Sentence.Found(prose.Statement), "Prose was found, but no plain claim of what rose or fell.")
                : Outcome.Missing(expected, part);
        }

        // The claim that is wrong is the one to show.
        var wrong = findings.Find(item => item.Result.Finding == Finding.Contradicts);
        var found = Sentence.Found(wrong.Result.Claim ?? evidence);
        var message = string.Join("; ", findings.Select(item => $"{item.Measure.Name}: {Say(item.Result.Finding)}")) + ".";
        var right = Rational.Of(findings.Count(item => item.Result.Finding == Finding.Agrees), findings.Count);
        var open = Rational.Of(findings.Count(item => item.Result.Finding is Finding.NotSaid or Finding.Doubtful or Finding.OtherSize or Finding.NotOfIt), findings.Count);

        message = char.ToUpperInvariant(message[0]) + message[1..];
        if (!open.IsZero)
            return new(Verdict.NeedsReview, right, open, expected, found, message);
        if (right == Rational.One)
            return Outcome.Correct(expected, found, message);
        return right.IsZero ? Outcome.Incorrect(expected, found, message) : Outcome.Partial(right, expected, found, message);
    }

    public override IEnumerable<Evidence> Evidence(SubmissionReading reading)
    {
        foreach (var (claim, doubt) in Claims(reading))
        {
            var measures = check.Measures.Items.Where(measure => IsAbout(claim, measure, reading.PartOf(check).Text)).Select(measure => measure.Name).ToList();
            var said = $"{(claim.Negated ? "not " : "")}{claim.Direction.ToString().ToLowerInvariant()}";
            yield return new(Sentence.Found(claim), measures.Count > 0 ? $"says of the {string.Join(" and the ", measures)}: {said}{(doubt is null ? "" : $", but {doubt}")}" : $"says what is asked of none of {check.Measures.Count} measures", measures.Count > 0);
        }
    }

    private List<(ChangeClaim Claim, string? Doubt)> Claims(SubmissionReading reading)
    {
        var part = reading.PartOf(check);
        return [.. part.Sentences.Where(sentence => sentence.Statement.Changes.Count > 0 && sentence.Doubt is null).SelectMany(sentence => sentence.Statement.Changes.Items.Select(claim => (claim, EffectDoubt.About(claim, sentence.Statement, part.Text))))];
    }

    private bool IsAbout(ChangeClaim claim, Measure measure, string text)
    {
        var subject = Words.Of(claim.Subject);
        if (EffectDoubt.IsOtherMeasure(subject, measure) || EffectDoubt.IsAgainstAnother(claim, measure, text))
            return false;
        return (LabelScore.Says(measure.Phrases, subject) || EffectDoubt.IsOfAll(claim, subject, check.Measures, text)) && (!TimeClaims.IsOne(claim) || TimeClaims.Says(measure.Name));
    }

    private static string Say(Finding finding) => finding switch
    {
        Finding.Agrees => "agrees with your own numbers",
        Finding.Contradicts => "your own numbers say otherwise",
        Finding.Doubtful => "two claims that contradict each other, or numbers that are not there",
        Finding.OtherSize => "the direction is that of your own numbers, the size is not",
        Finding.NotOfIt => "a claim is made, but not plainly of what the change did to it",
        _ => "no plain claim found",
    };

    private (Finding Finding, ChangeClaim? Claim) Find(Measure measure, List<(ChangeClaim Claim, string? Doubt)> claims, SubmissionReading reading)
    {
        var about = claims.FindAll(item => IsAbout(item.Claim, measure, reading.PartOf(check).Text));
        if (about.Count == 0)
            return (Finding.NotSaid, null);
        if (about.Find(item => item.Doubt is not null) is { Claim: { } doubtful })
            return (Finding.NotOfIt, doubtful);
        if (Numbers(measure, reading) is not var (before, after))
            return (Finding.Doubtful, about[0].Claim);
        var change = after - before;
        var judged = about.ConvertAll(item => (Agrees: Agrees(item.Claim, change, measure.Unclear), item.Claim));
        var first = judged[0];
        if (!judged.TrueForAll(item => item.Agrees == first.Agrees))
            return (Finding.Doubtful, first.Claim);
        return first.Agrees && about.Find(item => !HasSize(item.Claim, before, change) || !EffectDoubt.HasAmount(item.Claim, before, change, reading.PartOf(check).Text)) is { Claim: { } other } ? (Finding.OtherSize, other) : (first.Agrees ? Finding.Agrees : Finding.Contradicts, first.Claim);
    }

    private static bool Agrees(ChangeClaim claim, Rational change, Rational unclear)
    {
        var holds = claim.Direction switch
        {
            Direction.Rose or Direction.Doubled => change.Sign > 0,
            Direction.Fell or Direction.Halved => change.Sign < 0,
            _ => Rational.Abs(change) <= unclear,
        };
        return holds != claim.Negated;
    }

    /// <summary>Whether "doubled" and "halved" are roughly so: within a fifth of the factor.</summary>
    private static bool HasSize(ChangeClaim claim, Rational before, Rational change) => claim.Direction switch
    {
        Direction.Doubled => !claim.Negated && Rational.Abs(change - before) * 5 <= Rational.Abs(before) * 2,
        Direction.Halved => !claim.Negated && Rational.Abs(change * 2 + before) * 5 <= Rational.Abs(before),
        _ => true,
    };

    /// <summary>The student's own two numbers, in one unit.</summary>
    private static (Rational Before, Rational After)? Numbers(Measure measure, SubmissionReading reading) =>
        Number(measure.Before, reading) is { } before && Number(measure.After, reading) is { } after ? (before, after) : null;

    private static Rational? Number(string check, SubmissionReading reading) =>
        reading.OwnFigure(check) is { } number ? (reading.IsPercentage(check) ? number.Percentage : number.Value) : null;

    private static string Describe(Measure measure, SubmissionReading reading)
    {
        if (Numbers(measure, reading) is not var (before, after))
            return "as your own numbers say";
        var direction = after > before ? "rose" : after < before ? "fell" : "did not change";
        return $"{direction} ({ValuePrinter.Print(before)} → {ValuePrinter.Print(after)})";
    }
}
