namespace Grader.Submissions.Outline;

/// <summary>Leaves out the labels of a table of contents, and those of a quoted question whose answers have labels of their own.</summary>
internal static class RepeatedLabels
{
    public static List<Candidate> Remove(List<Candidate> candidates) => WithoutQuoted(WithoutContents(candidates));

    private static List<Candidate> WithoutContents(List<Candidate> candidates)
    {
        var kept = new List<Candidate>(candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            kept.Add(candidates[i]);
            if (candidates[i].Kind != CandidateKind.Contents)
                continue;
            var end = EndOfContents(candidates, i + 1);
            if (end < candidates.Count)
                i = end - 1;
            else
                kept.RemoveAt(kept.Count - 1);
        }
        return kept;
    }

    /// <summary>The first heading behind them, or the first label that comes again; where there is neither, they are no contents.</summary>
    private static int EndOfContents(List<Candidate> candidates, int first)
    {
        var seen = new HashSet<(string?, string?)>();
        var end = first;
        while (end < candidates.Count && candidates[end].Level == 0 && (candidates[end].Kind != CandidateKind.Label || seen.Add(Key(candidates[end]))))
            end++;
        return end;
    }

    /// <summary>A quoted label counts only where no label outside of quotes says the same in its question.</summary>
    private static List<Candidate> WithoutQuoted(List<Candidate> candidates)
    {
        if (!candidates.Exists(static candidate => candidate.IsQuoted))
            return candidates;
        var kept = new List<Candidate>(candidates.Count);
        var questions = new HashSet<(string?, string?)>();
        var parts = new HashSet<(string?, string?)>();
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            var candidate = candidates[i];
            var key = Key(candidate);
            var said = key.Question is null ? parts : questions;
            if (candidate.Kind != CandidateKind.Label || !candidate.IsQuoted || !said.Contains(key))
                kept.Add(candidate);
            if (candidate.Kind == CandidateKind.Label && !candidate.IsQuoted)
                said.Add(key);
            if (key.Question is not null)
                parts.Clear();
        }
        kept.Reverse();
        return kept;
    }

    private static (string? Question, string? Part) Key(Candidate candidate) => (candidate.Label.Question ?? candidate.Label.Number, candidate.Label.Part);
}
