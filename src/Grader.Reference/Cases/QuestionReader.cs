using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads a question's file.</summary>
internal static class QuestionReader
{
    /// <returns>Null, with a problem, where the file holds no question.</returns>
    /// <param name="notes">Where notes of lint go; null where none are asked for.</param>
    public static Question? Read(CaseNode root, CaseFolder folder, CaseLinks links, ProblemList? notes)
    {
        if (ObjectReader.Open(root, CaseShapes.Question, folder.Problems) is not { } reader)
            return null;
        var id = reader.TextNode("id");
        if (id is not null)
            links.AddQuestion(id);
        var worksheet = new WorksheetReader(reader, folder).Read();
        var relabellings = RelabellingReader.Read(reader);
        var training = ReferenceRunsReader.Read(reader, folder, notes);
        var checks = new CheckReader(worksheet, relabellings, new(training, reader.Node("training") is not null), links, folder.Problems);
        return new(
            id?.Text ?? "",
            reader.Text("title"),
            TextValues.Fill(reader.Lines("text"), reader.PlaceOf("text"), worksheet, folder.Problems),
            reader.Phrases("labels"),
            worksheet ?? new([], []),
            ReadParts(reader, part => ReadPart(part, id, worksheet, checks, links)))
        {
            Relabellings = relabellings,
            Training = training,
        };
    }

    private static Sequence<Part> ReadParts(ObjectReader reader, Func<ObjectReader, Part> read) => reader.Items("parts")
        .SelectMany(node => Repetition.Read(node, reader.Problems, copy => ObjectReader.Open(copy, CaseShapes.Part, reader.Problems) is { } part ? read(part) : null))
        .OfType<Part>()
        .ToSequence();

    private static Part ReadPart(ObjectReader reader, CaseText? question, Worksheet? worksheet, CheckReader checks, CaseLinks links)
    {
        var id = reader.TextNode("id");
        if (id is not null)
        {
            links.AddPart(id);
            if (question is not null && !id.Text.StartsWith(question.Text, StringComparison.Ordinal))
                reader.Problems.Add(id.Place, $"The part \"{id.Text}\" stands in question \"{question.Text}\".", $"Its id starts with \"{question.Text}\".");
        }

        return new(id?.Text ?? "", TextValues.Fill(reader.Lines("text"), reader.PlaceOf("text"), worksheet, reader.Problems), reader.Phrases("labels"), reader.Items("checks").SelectMany(check => Repetition.Read(check, reader.Problems, copy => checks.Read(copy, id))).OfType<Check>().ToSequence());
    }
}
