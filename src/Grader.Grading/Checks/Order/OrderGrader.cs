using System.Text.RegularExpressions;
using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>A stated order of running times, which must agree with the student's own times; machines differ, so nothing else is judged.</summary>
internal sealed partial class OrderGrader(OrderCheck check) : ClaimGrader(check)
{
    public override Outcome Judge(SubmissionReading reading)
    {
        var times = check.Subjects.Items.Select(part => (Part: part, Time: Duration(part, reading))).ToList();
        var claims = check.Subjects.Items.Skip(1).Select(part => (Part: part, Claims: Claims(reading.Part(part)))).ToList();
        var stated = times.FindAll(item => item.Time is not null);
        var expected = "the order of your own times" + (stated.Count > 1 ? ": " + string.Join(" < ", stated.OrderBy(item => item.Time!.Value.Seconds).Select(item => $"{item.Part} {item.Time!.Value.Found.Text}")) : "");

        if (stated.Count == 0)
            return claims.SelectMany(item => item.Claims).FirstOrDefault() is { } unfounded
                ? Outcome.Review(expected, Sentence.Found(unfounded), "An order of times is stated, but no times to compare it with.")
                : Outcome.Missing(expected, reading.PartOf(check));

        var found = stated[^1].Time!.Value.Found;
        var (agree, contradict) = (0, 0);
        for (var i = 1; i < times.Count; i++)
        {
            foreach (var claim in claims[i - 1].Claims)
            {
                if (Compared(claim, reading.Part(check.Subjects[i])!.Text, i) is not { } other || times[i].Time is not { } later || times[other].Time is not { } earlier)
                    continue;
                var holds = claim.Direction switch
                {
                    Direction.Rose or Direction.Doubled => later.Seconds > earlier.Seconds,
                    Direction.Fell or Direction.Halved => later.Seconds < earlier.Seconds,
                    _ => Rational.Abs(later.Seconds - earlier.Seconds) * 20 <= earlier.Seconds,
                };
                if (holds != claim.Negated)
                    agree++;
                else
                    contradict++;
                found = Sentence.Found(claim);
            }
        }
        if (stated.Count == times.Count)
        {
            foreach (var superlative in check.Subjects.Items.SelectMany((subject, index) => reading.Part(subject) is { } part ? Superlative.In(part, index, check.Subjects) : []))
            {
                var seconds = times[superlative.Subject].Time!.Value.Seconds;
                if (times.TrueForAll(item => superlative.IsMost ? item.Time!.Value.Seconds <= seconds : item.Time!.Value.Seconds >= seconds))
                    agree++;
                else if (superlative.IsSure)
                    contradict++;
                else
                    return Outcome.Review(expected, superlative.Found, $"“{superlative.Found.Text}” is not so by your own times, if it is said of {times[superlative.Subject].Part}.");
                found = superlative.Found;
            }
        }

        if (stated.Count < times.Count)
            return Outcome.Review(expected, found, $"Times were found for {string.Join(", ", stated.Select(item => item.Part))} only.");
        if (agree > 0 && contradict == 0)
            return Outcome.Correct(expected, found, "The order stated agrees with your own times.");
        if (agree > 0)
            return Outcome.Review(expected, found, "One statement about the times agrees with them, another does not.");
        return contradict > 0
            ? Outcome.Incorrect(expected, found, "The order stated is not that of your own times.")
            : Outcome.Review(expected, found, "Times are stated, but no order of them in words.");
    }

    public override IEnumerable<Evidence> Evidence(SubmissionReading reading)
    {
        foreach (var (index, subject) in check.Subjects.Items.Index())
        {
            if (Duration(subject, reading) is { } time)
                yield return new(time.Found, $"the time of {subject}", IsTaken: true);
            foreach (var claim in subject == check.Subjects[0] ? [] : Claims(reading.Part(subject)))
                yield return new(Sentence.Found(claim), $"says how {subject} compares with the one before", IsTaken: true);
            foreach (var superlative in reading.Part(subject) is { } part ? Superlative.In(part, index, check.Subjects) : [])
                yield return new(superlative.Found, $"says that {check.Subjects[superlative.Subject]} took the {(superlative.IsMost ? "longest" : "shortest")}", IsTaken: true);
        }
    }

    private static IReadOnlyList<ChangeClaim> Claims(PartReading? part) =>
        part is null ? [] : [.. part.Sentences.SelectMany(sentence => sentence.Statement.Changes.Items).Where(claim => TimeClaims.IsOne(claim) && !claim.Text.Contains("no longer", StringComparison.OrdinalIgnoreCase))];

    /// <summary>The subject that a claim compares with, "longer than (a)"; without a label the one before. Null where it is none of the others.</summary>
    private int? Compared(ChangeClaim claim, string text, int own)
    {
        var end = Math.Clamp(claim.Place.End, 0, text.Length);
        if (Than().Match(text, end, Math.Min(40, text.Length - end)) is not { Success: true } than)
            return own - 1;
        var named = Superlative.SubjectOf(than.Groups["label"].Value, check.Subjects);
        return named >= 0 && named != own ? named : null;
    }

    [GeneratedRegex(@"\G\s*(?:than|compared (?:to|with))\s+(?:(?:in|for|with|the|one|run|that|of|part)\s+)*\(?(?<label>\w)\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Than();

    /// <summary>"43 s longer than (a)" is no running time.</summary>
    private static bool IsDifference(Answer number, string text)
    {
        var end = Math.Clamp(number.Place.End, 0, text.Length);
        var follows = text.AsSpan(end, Math.Min(24, text.Length - end)).TrimStart(' ');
        return follows.Length > 0 && char.IsLetter(follows[0]) && Words.Of(follows.ToString()) is ["longer" or "slower" or "faster" or "shorter" or "quicker" or "more" or "less", ..];
    }

    /// <summary>The last duration that a part states of itself.</summary>
    private (Rational Seconds, Found Found)? Duration(string subject, SubmissionReading reading)
    {
        var part = reading.Part(subject);
        var answer = part?.Numbers.LastOrDefault(number => number.Expression is Measured { Unit: "s" } && !IsDifference(number, part.Text) && !IsOfAnother(number, part.Text, subject));
        return answer?.Expression is { } expression && SubmittedNumber.Of(expression) is { } number ? (number.Value, answer.Found) : null;
    }

    /// <summary>"75 s, while (a) took 60 s", in (b).</summary>
    private bool IsOfAnother(Answer number, string text, string subject)
    {
        var (before, _) = SentenceAround.Of(number, text);
        return Named().Match(before) is { Success: true } named && Superlative.SubjectOf(named.Groups["label"].Value, check.Subjects) is >= 0 and var other && check.Subjects[other] != subject;
    }

    [GeneratedRegex(@"\((?<label>\w)\)[ *_]*(?:(?:took|takes|needed|needs|ran|runs|lasted|lasts|was|is|had|has|with|only|just|still|for|about|around|roughly|in|at)\b[ $~≈]*|[:=] ?)*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
