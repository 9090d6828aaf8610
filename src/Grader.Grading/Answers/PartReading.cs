using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>What the student says in one part: statements in the order of the text, and the answers they may hold.</summary>
internal sealed class PartReading
{
    private PartReading(Part part, string text, bool isLabelled, IReadOnlyList<Statement> statements)
    {
        (Part, Text, IsLabelled) = (part, text, isLabelled);
        Statements = statements;
        Sentences = [.. statements.OfType<SentenceStatement>().Select(sentence => new Prose(sentence, Words.Of(string.Join(' ', sentence.Words))))];
        Numbers = [.. NumberAnswers.In(statements)];
        Tensors = [.. TensorAnswers.In(statements)];
    }

    public Part Part { get; }

    /// <summary>The whole submission, which places count in.</summary>
    public string Text { get; }

    /// <summary>Whether a label says that these statements are this part's; where the submission has none, what the statements say must tell.</summary>
    public bool IsLabelled { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public IReadOnlyList<Answer> Numbers { get; }

    public IReadOnlyList<Answer> Tensors { get; }

    public IReadOnlyList<Prose> Sentences { get; }

    public IEnumerable<FormulaStatement> Formulas => Statements.OfType<FormulaStatement>();

    public ImageStatement? Image => Statements.OfType<ImageStatement>().LastOrDefault();

    /// <summary>The sections that answer a part; for a part that has the question's own id, all of the question. Where nothing is labelled, all there is.</summary>
    public static PartReading Of(Question question, Part part, SubmissionDocument document)
    {
        var letter = part.Id.StartsWith(question.Id, StringComparison.Ordinal) ? part.Id[question.Id.Length..] : part.Id;
        var ofQuestion = document.Sections.Items.Where(section => section.Question == question.Id).ToList();
        var isLabelled = letter.Length == 0 ? ofQuestion.Count > 0 : ofQuestion.Exists(section => section.Part is not null);
        var sections = isLabelled ? ofQuestion.FindAll(section => letter.Length == 0 || section.Part == letter)
            : ofQuestion.Count > 0 ? ofQuestion
            : document.Sections.Items.Any(section => section.Question is not null) ? []
            : [.. document.Sections];
        return new(part, document.Text, isLabelled, [.. sections.SelectMany(section => section.Statements)]);
    }
}

/// <param name="Words">As phrases want them.</param>
internal sealed record Prose(SentenceStatement Statement, IReadOnlyList<string> Words);
