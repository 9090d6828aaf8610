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
        var open = Rational.Of(findings.Count(item => item.Result.Finding is Finding.NotSaid or Finding.Doubtful), findings.Count);

        message = char.ToUpperInvariant(message[0]) + message[1..];
        if (!open.IsZero)
            return new(Verdict.NeedsReview, right, open, expected, found, message);
        if (right == Rational.One)
            return Outcome.Correct(expected, found, message);
        return right.IsZero ? Outcome.Incorrect(expected, found, message) : Outcome.Partial(right, expected, found, message);
    }

    public override IEnumerable<Evidence> Evidence(SubmissionReading reading)
    {
        foreach (var claim in Claims(reading))
        {
            var measures = check.Measures.Items.Where(measure => IsAbout(claim, measure)).Select(measure => measure.Name).ToList();
            yield return new(Sentence.Found(claim), measures.Count > 0 ? $"says of the {string.Join(" and the ", measures)}: {(claim.Negated ? "not " : "")}{claim.Direction.ToString().ToLowerInvariant()}" : $"says what is asked of none of {check.Measures.Count} measures", measures.Count > 0);
        }
    }

    private List<ChangeClaim> Claims(SubmissionReading reading) => [.. reading.PartOf(check).Sentences.Where(sentence => sentence.Statement.Changes.Count > 0 && sentence.Doubt is null).SelectMany(sentence => sentence.Statement.Changes.Items)];

    private static bool IsAbout(ChangeClaim claim, Measure measure) => LabelScore.Says(measure.Phrases, Words.Of(claim.Subject)) && (!TimeClaims.IsOne(claim) || TimeClaims.Says(measure.Name));

    private static string Say(Finding finding) => finding switch
    {
        Finding.Agrees => "agrees with your own numbers",
        Finding.Contradicts => "your own numbers say otherwise",
        Finding.Doubtful => "two claims that contradict each other, or numbers that are not there",
        _ => "no plain claim found",
    };

    private static (Finding Finding, ChangeClaim? Claim) Find(Measure measure, List<ChangeClaim> claims, SubmissionReading reading)
    {
        var about = claims.FindAll(claim => IsAbout(claim, measure));
        if (about.Count == 0)
            return (Finding.NotSaid, null);
        if (Change(measure, reading) is not { } change)
            return (Finding.Doubtful, about[0]);
        var judged = about.ConvertAll(claim => (Agrees: Agrees(claim, change, measure.Unclear), claim));
        var first = judged[0];
        return judged.TrueForAll(item => item.Agrees == first.Agrees)
            ? (first.Agrees ? Finding.Agrees : Finding.Contradicts, first.claim)
            : (Finding.Doubtful, first.claim);
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

    private static Rational? Change(Measure measure, SubmissionReading reading) =>
        reading.OwnNumber(measure.After) is { } after && reading.OwnNumber(measure.Before) is { } before ? after.Value - before.Value : null;

    private static string Describe(Measure measure, SubmissionReading reading)
    {
        if (Change(measure, reading) is not { } change)
            return "as your own numbers say";
        var numbers = $"{ValuePrinter.Print(reading.OwnNumber(measure.Before)!.Value.Value)} → {ValuePrinter.Print(reading.OwnNumber(measure.After)!.Value.Value)}";
        var direction = change.Sign > 0 ? "rose" : change.Sign < 0 ? "fell" : "did not change";
        return $"{direction} ({numbers})";
    }
}
