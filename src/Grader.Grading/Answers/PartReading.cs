using Grader.Mathematics;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Grading.Answers;

/// <summary>What the student says in one part: statements in the order of the text, and the answers they may hold.</summary>
internal sealed class PartReading
{
    private PartReading(Part part, IReadOnlyList<Statement> statements)
    {
        Part = part;
        Statements = statements;
        Sentences = [.. statements.OfType<SentenceStatement>().Select(sentence => new Prose(sentence, Words.Of(string.Join(' ', sentence.Words))))];
        Numbers = [.. NumberAnswers.In(statements)];
        Tensors = [.. TensorAnswers.In(statements)];
    }

    public Part Part { get; }

    public IReadOnlyList<Statement> Statements { get; }

    public IReadOnlyList<Answer> Numbers { get; }

    public IReadOnlyList<Answer> Tensors { get; }

    public IReadOnlyList<Prose> Sentences { get; }

    public IEnumerable<FormulaStatement> Formulas => Statements.OfType<FormulaStatement>();

    public ImageStatement? Image => Statements.OfType<ImageStatement>().LastOrDefault();

    /// <summary>The sections that answer a part; for a part that has the question's own id, all of the question.</summary>
    public static PartReading Of(Question question, Part part, SubmissionDocument document)
    {
        var letter = part.Id.StartsWith(question.Id, StringComparison.Ordinal) ? part.Id[question.Id.Length..] : part.Id;
        var sections = document.Sections.Items.Where(section => section.Question == question.Id && (letter.Length == 0 || section.Part == letter));
        return new(part, [.. sections.SelectMany(section => section.Statements)]);
    }
}

/// <param name="Words">As phrases want them.</param>
internal sealed record Prose(SentenceStatement Statement, IReadOnlyList<string> Words);
