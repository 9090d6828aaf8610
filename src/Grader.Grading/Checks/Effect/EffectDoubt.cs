using System.Globalization;
using System.Text.RegularExpressions;
using Grader.Grading.Answers;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Checks;

/// <summary>Of what a claim of change is made: of another measure, of the setting without the change ("without batch norm, …"), of somebody else's results, or of all measures at once ("both rose").</summary>
internal static partial class EffectDoubt
{
    private const int Reach = 240;
    private const int Near = 60;

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "loss", "losses", "error", "errors", "entropy", "perplexity", "gap", "difference", "differences", "margin", "overfitting", "underfitting", "variance", "speed", "memory",
    };

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "the", "of", "them", "these", "those", "two", "values", "numbers", "measures", "figures", "results", "scores", "metrics" };

    /// <returns>Why it says not what the change did in the student's own runs, or null.</returns>
    public static string? About(ChangeClaim claim, SentenceStatement sentence, string text)
    {
        var start = Math.Clamp(sentence.Place.Start, 0, text.Length);
        var ahead = text[start..Math.Clamp(claim.Place.End, start, text.Length)];
        if (Setting().Matches(ahead).LastOrDefault(match => !Compared().IsMatch(ahead[..match.Index])) is { } setting && setting.Groups["without"].Success)
            return $"“{setting.Value.Trim()}” says that it is of the setting without the change";
        var voices = OtherVoices.In(ahead);
        return voices.Count > 0 && !Agreeing().IsMatch(ahead[..voices[0].Index]) && !Own().IsMatch(ahead[(voices[^1].Index + voices[^1].Length)..]) ? $"“{voices[0].Value.Trim()}” says that it is not of the student's own results" : null;
    }

    /// <summary>"Training loss" where an accuracy is asked.</summary>
    public static bool IsOtherMeasure(IReadOnlyList<string> subject, Measure measure)
    {
        var asked = Words.Of(measure.Name);
        return subject.Any(word => Others.Contains(word) && !asked.Contains(word));
    }

    /// <summary>"Compared with (a)", "than in (a)", where the change is from another part.</summary>
    public static bool IsAgainstAnother(ChangeClaim claim, Measure measure, string text)
    {
        var (start, end) = (Math.Clamp(claim.Place.Start, 0, text.Length), Math.Clamp(claim.Place.End, 0, text.Length));
        var part = Words.Of(measure.Before.Split('.')[0])[^1];
        var before = text[Math.Max(0, start - Near)..start];
        var label = Than().Match(text, end, Math.Min(Near, text.Length - end)) is { Success: true } than ? than : ComparedWith().Match(before);
        return label.Success && !label.Groups["label"].Value.Equals(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether "by 9.09 points", where it stands behind a claim, is roughly the change: in points, or, said in percent, relative to what was before.</summary>
    public static bool HasAmount(ChangeClaim claim, Rational before, Rational change, string text)
    {
        var end = Math.Clamp(claim.Place.End, 0, text.Length);
        if (By().Match(text, end, Math.Min(Near, text.Length - end)) is not { Success: true } by || !long.TryParse(by.Groups["amount"].Value.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return true;
        var amount = digits * Rational.PowerOfTen(-by.Groups["decimals"].Length);
        var isShare = Rational.Abs(before) <= Rational.One && Rational.Abs(before + change) <= Rational.One;
        var points = Rational.Abs(change) * (isShare ? 100 : 1);
        var unit = by.Groups["decimals"].Success ? Rational.PowerOfTen(1 - by.Groups["decimals"].Length) : Rational.One;
        return Rational.Abs(points - amount) <= unit || (!by.Groups["points"].Success && !before.IsZero && Rational.Abs(Rational.Abs(change / before) * 100 - amount) <= unit);
    }

    /// <summary>"Both accuracies", or "both" where the measures were named last.</summary>
    public static bool IsOfAll(ChangeClaim claim, IReadOnlyList<string> subject, Sequence<Measure> measures, string text)
    {
        var both = subject.ToList().FindLastIndex(static word => word is "both" or "all");
        if (both < 0 || (subject[both] == "both" && measures.Count != 2))
            return false;
        var shared = Words.Of(measures[0].Name).Where(word => measures.Items.All(measure => Words.Of(measure.Name).Contains(word))).ToList();
        var isNamed = false;
        foreach (var word in subject.Skip(both + 1))
        {
            if (shared.Exists(name => word.StartsWith(name.TrimEnd('y'), StringComparison.Ordinal)))
                isNamed = true;
            else if (!Plain.Contains(word))
                return false;
        }
        if (isNamed)
            return true;
        var start = Math.Clamp(claim.Place.Start, 0, text.Length);
        var last = Words.Of(text[Math.Max(0, start - Reach)..start]).LastOrDefault(word => Others.Contains(word) || word is "time" or "times" || shared.Exists(name => word.StartsWith(name.TrimEnd('y'), StringComparison.Ordinal)));
        return last is not null && shared.Exists(name => last.StartsWith(name.TrimEnd('y'), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\G\s+than\s+(?:(?:in|for|with|the|one|run|that|those|of|part)\s+)*\((?<label>\w)\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Than();

    [GeneratedRegex(@"\b(?:compared (?:to|with)|relative to|versus|vs\.?)\s+(?:(?:part|run|the one in)\s+)?\((?<label>\w)\),?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ComparedWith();

    [GeneratedRegex(@"\G\s+by\s+(?:(?:about|around|roughly|approximately|only|almost|nearly|some)\s+)?[~≈$]*(?<amount>\d+(?:\.(?<decimals>\d+))?)\s*(?:(?<points>(?:\\?%[ -]?|percent\w*[ -])?points?|pp)|\\?%|percent\w*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex By();

    /// <summary>The setting named last before a claim.</summary>
    [GeneratedRegex(@"\b(?:(?<without>without|removing|removal of|removed?|disabling|omitting|leaving out|turning off|in the absence of|(?:smaller|larger|bigger) batch\w*)|with|adding|added|introducing|using|applying)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\b(?:than|compared (?:to|with)|relative to|versus|vs\.?|over|unlike|against|from|as)\b[^,.;]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?:\b(?:as|like|consistent with|in agreement with|in line with|confirming|just as)\s*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Agreeing();

    [GeneratedRegex(@"\b(?:my|our|mine|ours|I|we|here)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Own();
}
