using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>A name, text or number of a case file, and what is to stand in its place.</summary>
internal sealed record CaseEdit(CaseNode Old, CaseNode New)
{
    /// <summary>For people: <c>57:51: "accepted" is now "alternatives".</c></summary>
    public string Say => $"{Old.Place.Line}:{Old.Place.Column}: {Written(Old)} is now {Written(New)}.";

    /// <summary>The tree with edits made in it.</summary>
    public static CaseNode Make(IEnumerable<CaseEdit> edits, CaseNode root)
    {
        var made = edits.ToDictionary(edit => edit.Old, edit => edit.New, (IEqualityComparer<CaseNode>)ReferenceEqualityComparer.Instance);
        return made.Count == 0 ? root : Visit(root);

        CaseNode Visit(CaseNode node) => made.GetValueOrDefault(node) ?? node switch
        {
            CaseObject content => content with { Properties = content.Properties.Items.Select(property => new CaseProperty((CaseText)Visit(property.Name), Visit(property.Value))).ToSequence() },
            CaseList list => list with { Items = list.Items.Items.Select(Visit).ToSequence() },
            _ => node,
        };
    }

    /// <summary>The file's text with edits made in it; all else stays, comments and layout too.</summary>
    public static string Make(IEnumerable<CaseEdit> edits, SourceText source)
    {
        var text = source.Text;
        foreach (var (edit, offset) in edits.Select(edit => (Edit: edit, Offset: source.OffsetOf(edit.Old.Place))).OrderByDescending(item => item.Offset))
        {
            var written = Written(edit.Old);
            if (!text.AsSpan(offset).StartsWith(written))
                throw new InvalidOperationException($"{written} does not stand at {edit.Old.Place}");
            text = string.Concat(text.AsSpan(0, offset), Written(edit.New), text.AsSpan(offset + written.Length));
        }

        return text;
    }

    private static string Written(CaseNode node) => node switch
    {
        CaseText text => $"\"{text.Raw}\"",
        CaseNumber number => number.Written,
        _ => throw new InvalidOperationException($"{node.Say} is no name, text or number"),
    };
}
