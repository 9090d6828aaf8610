using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>What the student says in one part: statements in the order of the text, and the answers they may hold.</summary>
internal sealed class PartReading
{
    /// <summary>Of numbers, and of arrays: a part with more is a log or a listing, and one more is looked at to tell so.</summary>
    public const int MostAnswers = 5000;

    private readonly ILookup<string, Statement> _declared;

    private PartReading(Part part, string text, bool isLabelled, IReadOnlyList<Statement> statements, ILookup<string, Statement> declared, WordLists words)
    {
        (Part, Text, IsLabelled, _declared) = (part, text, isLabelled, declared);
        Statements = statements;
        Words = words;
    }

    /// <summary>More stands in it than was looked at, so that its last answer may not have been.</summary>
    public bool HoldsTooMuch => Numbers.Count > MostAnswers || Tensors.Count > MostAnswers;

    public Part Part { get; }

    /// <summary>The whole submission, which places count in.</summary>
    public string Text { get; }

    /// <summary>Whether a label says that these statements are this part's; where the submission has none, what the statements say must tell.</summary>
    public bool IsLabelled { get; }

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>The words of the submission's texts.</summary>
    public WordLists Words { get; }

    public IReadOnlyList<Answer> Numbers => field ??= [.. NumberAnswers.In(Statements, Words).Take(MostAnswers + 1)];

    public IReadOnlyList<Answer> Tensors => field ??= [.. TensorAnswers.In(Statements, Words).Take(MostAnswers + 1)];

    public IReadOnlyList<Prose> Sentences => field ??= [.. Statements.OfType<SentenceStatement>().Select(sentence => new Prose(sentence, Words.Of(sentence), Text))];

    public IEnumerable<FormulaStatement> Formulas => Statements.OfType<FormulaStatement>();

    public ImageStatement? Image => Statements.OfType<ImageStatement>().LastOrDefault();

    /// <summary>Where each section starts, of a part that is answered more than once under its own label; empty otherwise. 0-based offsets.</summary>
    private IReadOnlyList<int> SectionStarts { get; init; } = [];

    /// <summary>What stands under the words that introduce a table.</summary>
    public PartReading Within(TableScope scope) => new(Part, Text, IsLabelled, [.. Statements.Where(scope.Holds)], _declared, Words) { SectionStarts = SectionStarts };

    /// <summary>An answer, with the section of the part that it stands in.</summary>
    public Answer Placed(Answer answer) => SectionStarts.Count == 0 ? answer : answer with { Section = SectionStarts.Count(start => start <= answer.Place.Start) };

    /// <summary>The sections that answer a part; for a part that has the question's own id, all of the question. Where nothing is labelled, all there is.</summary>
    /// <param name="ownsBeginning">The question has no label, and the next one has: it is read in what stands before any label.</param>
    public static PartReading Of(Question question, Part part, SubmissionDocument document, CopiedText copied, bool ownsBeginning, WordLists words)
    {
        var letter = part.Id.StartsWith(question.Id, StringComparison.Ordinal) ? part.Id[question.Id.Length..] : part.Id;
        var checks = question.Parts.Items.SelectMany(other => other.Checks.Items).Select(check => check.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = document.Sections.Items.Where(section => section.Question == question.Id && IsRow(section)).ToList();
        var labelled = document.Sections.Items.Where(section => section.Question is not null && !IsRow(section)).ToList();
        var ofQuestion = labelled.FindAll(section => section.Question == question.Id);
        var isLabelled = letter.Length == 0 ? ofQuestion.Count > 0 : ofQuestion.Exists(section => section.Part is not null);
        var sections = isLabelled ? ofQuestion.FindAll(section => letter.Length == 0 || section.Part == letter)
            : ofQuestion.Count > 0 ? ofQuestion
            : labelled.Count > 0 && !ownsBeginning ? []
            : document.Sections.Items.TakeWhile(section => labelled.Count == 0 || !ReferenceEquals(section, labelled[0])).Where(section => !IsRow(section) && !section.IsAside).ToList();
        var rowsOfPart = rows.Where(section => letter.Length == 0 || section.Part == letter).SelectMany(section => section.Statements).ToList();
        return new(
            part,
            document.Text,
            isLabelled,
            [.. sections.SelectMany(section => section.Statements).Where(statement => !copied.Holds(statement)), .. rowsOfPart.Where(row => !checks.Contains(row.Check!))],
            rowsOfPart.ToLookup(row => row.Check!, StringComparer.OrdinalIgnoreCase),
            words)
        {
            SectionStarts = isLabelled && letter.Length > 0 && sections.Count > 1 ? [.. sections.Select(section => section.Place.Start)] : [],
        };
    }

    /// <summary>What the student says by the check's own id, in a block <c>answers</c>: that check's, whatever else the part says. Null where there is nothing.</summary>
    public PartReading? Declared(Check check) =>
        _declared.Contains(check.Id) ? new(Part, Text, isLabelled: true, [.. _declared[check.Id]], Array.Empty<Statement>().ToLookup(_ => ""), Words) : null;

    /// <summary>A row of a block <c>answers</c>.</summary>
    public static bool IsRow(Section section) => section.Statements.Count > 0 && section.Statements.Items.All(statement => statement.Check is not null);
}

/// <param name="Words">As phrases want them.</param>
/// <param name="Text">The whole submission.</param>
internal sealed record Prose(SentenceStatement Statement, IReadOnlyList<string> Words, string Text)
{
    private bool _isAsked;

    /// <summary>Why what it says is no plain claim of the student's, or null.</summary>
    public string? Doubt
    {
        get
        {
            if (!_isAsked)
                (field, _isAsked) = (ProseDoubt.About(Statement, Text), true);
            return field;
        }
    }

    public bool IsQuestion => ProseDoubt.IsQuestion(Statement, Text);
}
