using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads <c>assignment.json</c> and the files that it names.</summary>
/// <param name="student">Whose variant; empty for nobody's.</param>
/// <param name="notes">Where notes of lint go; null where none are asked for, since they cost time.</param>
internal sealed class AssignmentReader(CaseFolder folder, string student, ProblemList? notes)
{
    public const string FileName = "assignment.json";

    private readonly ProblemList _problems = folder.Problems;

    public Assignment? Read(out IReadOnlyList<string> files)
    {
        files = [FileName];
        if (folder.Read(FileName) is not { } bytes)
        {
            _problems.Add(FileName, "There is no such file.", "An assignment is a folder with an assignment.json and one JSON file a question.");
            return null;
        }

        if (CaseTreeReader.Read(FileName, bytes.Span, _problems) is not { } root || ObjectReader.Open(root, CaseShapes.Assignment, _problems) is not { } reader)
            return null;
        if (reader.Node("format") is { } format && reader.Integer("format", 1, 1) != 1)
        {
            _problems.Add(format.Place, $"The format is {format.Say}, and this program reads 1.", "Update the program, or write 1.");
            return null;
        }

        var names = reader.Texts("questions");
        files = [FileName, .. names.Select(name => name.Text).Distinct()];
        foreach (var repeated in names.GroupBy(name => name.Text).SelectMany(group => group.Skip(1)))
            _problems.Add(repeated.Place, $"The question file \"{repeated.Text}\" stands twice.", "Keep one.");
        var links = new CaseLinks(_problems);
        var questions = names.DistinctBy(name => name.Text).Select(name => ReadQuestion(name, reader.Text("id"), links)).OfType<Question>().ToSequence();
        links.Check();
        if (notes is not null && _problems.Count == 0)
        {
            var lint = new MistakeLint(links, notes);
            foreach (var question in questions)
                lint.Check(question);
        }

        return new(reader.Text("id"), reader.Text("title"), questions, ReadCredit(reader.Object("credit", CaseShapes.Credit)), folder.Sha256()) { Student = student };
    }

    private Question? ReadQuestion(CaseText name, string assignment, CaseLinks links)
    {
        if (folder.Read(name) is not { } bytes || CaseTreeReader.Read(name.Text, bytes.Span, _problems) is not { } root)
            return null;
        var drawn = new Variant($"{assignment}\n{name.Text}", student, _problems).Draw(root);
        if (root is CaseObject content && content["computed"] is { } computed && drawn != root)
            notes?.Add(computed.Place, "These values are the same for every student, and inputs of this question are drawn.", "See that they do not depend on what is drawn.");
        return QuestionReader.Read(drawn, folder, links);
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
