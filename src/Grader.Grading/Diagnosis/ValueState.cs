using Grader.Grading.Answers;
using Grader.Grading.Checks;
using Grader.Mathematics;

namespace Grader.Grading.Diagnosis;

/// <summary>A check on a quantity while its question is judged: the answer taken, how it compares with the key, and what explains it where it differs.</summary>
internal sealed class ValueState(ValueGrader grader, Selection? selection, Judgement? againstKey)
{
    public ValueGrader Grader => grader;

    public Selection? Selection => selection;

    /// <summary>Null where there is no answer that could be read.</summary>
    public Judgement? AgainstKey => againstKey;

    /// <summary>What the answer is compared with, for messages: <c>the key</c>, <c>your own confusion matrix</c>.</summary>
    public string Measure { get; init; } = "the key";

    public bool IsWrong => AgainstKey is { Agreement: Agreement.Differs };

    /// <summary>The earlier checks whose own values make this answer right; empty where nothing was carried forward.</summary>
    public IReadOnlyList<ValueState> CarriedFrom { get; set; } = [];

    public bool IsCarried => CarriedFrom.Count > 0;

    /// <summary>The known mistakes that together give this answer.</summary>
    public IReadOnlyList<string> Mistakes { get; set; } = [];

    /// <summary>Other mistakes that give the same answer as well.</summary>
    public IReadOnlyList<string> OrElse { get; set; } = [];

    /// <summary>What differs in an array even from what the mistakes give; empty where nothing does.</summary>
    public Said Besides { get; set; } = Said.Nothing;

    /// <summary>Why an answer that was carried forward proves nothing; null where it does.</summary>
    public string? Trivialised { get; set; }
}
