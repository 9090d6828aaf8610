using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>A node of a JSON file that knows where it stands.</summary>
internal abstract record CaseNode(CasePlace Place)
{
    /// <summary>What it is, in a message: <c>a list</c>.</summary>
    public abstract string Say { get; }
}

internal sealed record CaseObject(CasePlace Place, Sequence<CaseProperty> Properties) : CaseNode(Place)
{
    public override string Say => "an object";

    public CaseNode? this[string name]
    {
        get
        {
            foreach (var property in Properties)
            {
                if (property.Name.Text == name)
                    return property.Value;
            }

            return null;
        }
    }
}

internal sealed record CaseProperty(CaseText Name, CaseNode Value);

internal sealed record CaseList(CasePlace Place, Sequence<CaseNode> Items) : CaseNode(Place)
{
    public override string Say => "a list";
}

/// <param name="Raw">As it stands between the quotes, escapes unresolved.</param>
internal sealed record CaseText(CasePlace Place, string Text, string Raw) : CaseNode(Place)
{
    public override string Say => Text.Length <= 40 ? $"\"{Text}\"" : $"\"{Text.AsSpan(0, 37)}…\"";

    /// <summary>The place of a UTF-16 offset of <see cref="Text"/>.</summary>
    public CasePlace PlaceAt(int offset)
    {
        var raw = 0;
        for (var decoded = 0; decoded < offset && raw < Raw.Length; decoded++)
            raw += Raw[raw] != '\\' ? 1 : raw + 1 < Raw.Length && Raw[raw + 1] == 'u' ? 6 : 2;
        return Place with { Column = Place.Column + 1 + raw };
    }
}

/// <param name="Written">The number as it stands; its value is exact.</param>
internal sealed record CaseNumber(CasePlace Place, Rational Value, string Written) : CaseNode(Place)
{
    public override string Say => Written;
}

internal sealed record CaseTruth(CasePlace Place, bool Holds) : CaseNode(Place)
{
    public override string Say => Holds ? "true" : "false";
}

internal sealed record CaseNull(CasePlace Place) : CaseNode(Place)
{
    public override string Say => "null";
}
