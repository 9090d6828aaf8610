using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads <c>assignment.json</c> and the files that it names.</summary>
/// <param name="student">Whose variant; empty for nobody's.</param>
/// <param name="notes">Where notes of lint go; null where none are asked for, since they cost time.</param>
internal sealed class AssignmentReader(CaseFolder folder, string student, ProblemList? notes)
{
    public const string FileName = "assignment.json";

    private readonly ProblemList _problems = folder.Problems;
    private bool _isDrawn;

    public Assignment? Read(out IReadOnlyList<string> files)
    {
        files = [FileName];
        if (Open(folder, out var format) is not { } reader)
            return null;
        var names = reader.Texts("questions");
        files = [FileName, .. names.Select(name => name.Text).Distinct()];
        foreach (var repeated in names.GroupBy(name => name.Text).SelectMany(group => group.Skip(1)))
            _problems.Add(repeated.Place, $"The question file \"{repeated.Text}\" stands twice.", "Keep one.");
        var links = new CaseLinks(_problems);
        var questions = names.DistinctBy(name => name.Text).Select(name => ReadQuestion(name, format, reader.Text("id"), links)).OfType<Question>().ToSequence();
        links.Check();
        if (notes is not null && _problems.Count == 0)
        {
            var lint = new MistakeLint(links, notes);
            foreach (var question in questions)
                lint.Check(question);
        }

        return new(reader.Text("id"), reader.Text("title"), questions, ReadCredit(reader.Object("credit", CaseShapes.Credit)), folder.Sha256()) { Student = student, IsDrawn = _isDrawn, ReleasesAnswers = reader.Truth("releaseAnswers", false) };
    }

    /// <summary>Opens <c>assignment.json</c>.</summary>
    /// <param name="format">Its version; the current one where that cannot be read.</param>
    /// <returns>Null, with a problem, where it cannot be read, or is of a version that a later program writes.</returns>
    public static ObjectReader? Open(CaseFolder folder, out int format)
    {
        format = CaseMigrations.Current;
        if (folder.Read(FileName) is not { } bytes)
        {
            folder.Problems.Add(FileName, "There is no such file.", "An assignment is a folder with an assignment.json and one JSON file a question.");
            return null;
        }

        if (CaseTreeReader.Read(FileName, bytes.Span, folder.Problems) is not { } root || ObjectReader.Open(root, CaseShapes.Assignment, folder.Problems) is not { } reader)
            return null;
        format = reader.Integer("format", 1, CaseMigrations.Current);
        if (format <= CaseMigrations.Current)
            return reader;
        folder.Problems.Add(reader.PlaceOf("format"), $"The format is {format}, and this program reads 1 to {CaseMigrations.Current}.", "Update the program: a later one wrote this.");
        format = CaseMigrations.Current;
        return null;
    }

    private Question? ReadQuestion(CaseText name, int format, string assignment, CaseLinks links)
    {
        if (Drawn(folder, name, format, assignment, student, out var isDrawn) is not { } drawn)
            return null;
        _isDrawn |= isDrawn;
        if (isDrawn && drawn is CaseObject content && content["computed"] is { } computed)
            notes?.Add(computed.Place, "These values are the same for every student, and inputs of this question are drawn.", "See that they do not depend on what is drawn.");
        return QuestionReader.Read(drawn, folder, links, notes);
    }

    /// <summary>The tree of a question's file in the current format, with a student's inputs drawn.</summary>
    /// <param name="otherThan">Students whose draws are not to be met again, where there is another value.</param>
    /// <returns>Null, with a problem, where it cannot be read.</returns>
    public static CaseNode? Drawn(CaseFolder folder, CaseText name, int format, string assignment, string student, out bool isDrawn, IReadOnlyList<string>? otherThan = null)
    {
        isDrawn = false;
        if (folder.Read(name) is not { } bytes || CaseTreeReader.Read(name.Text, bytes.Span, folder.Problems) is not { } written)
            return null;
        var root = CaseMigrations.Bring(written, format);
        var drawn = new Variant($"{assignment}\n{name.Text}", student, folder.Problems) { OtherThan = otherThan ?? [] }.Draw(root);
        isDrawn = drawn != root;
        return drawn;
    }

    private static CreditPolicy ReadCredit(ObjectReader? reader) => reader is null
        ? new(true, Rational.One, false)
        : new(reader.Truth("chargeMistakesOnce", true), reader.Share("carriedForward", Rational.One), reader.OneOf("outsideBand", "needs-review", "incorrect") == "incorrect") { Guard = ReadGuard(reader) };

    private static Rational ReadGuard(ObjectReader reader)
    {
        var guard = reader.Rational("guard", CreditPolicy.DefaultGuard);
        if (guard >= 1)
            return guard;
        reader.Problems.Add(reader.PlaceOf("guard"), $"\"guard\" is {guard}.", "Write a factor of 1 or more: 1000.");
        return CreditPolicy.DefaultGuard;
    }
}
