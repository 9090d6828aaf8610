using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads an object by its shape. Each problem is noted and a harmless value given in its place, so that reading goes on to the next.</summary>
internal sealed class ObjectReader
{
    private const int LargestInteger = 1_000_000_000;

    private readonly CaseObject _node;
    private readonly CaseShape _shape;

    private ObjectReader(CaseObject node, CaseShape shape, ProblemList problems)
    {
        _node = node;
        _shape = shape;
        Problems = problems;
    }

    public ProblemList Problems { get; }

    public CasePlace Place => _node.Place;

    /// <returns>Null, with a problem, where <paramref name="node"/> is no object.</returns>
    public static ObjectReader? Open(CaseNode node, CaseShape shape, ProblemList problems)
    {
        if (node is not CaseObject content)
        {
            problems.Add(node.Place, $"{node.Say} stands where an object is expected.", $"Write {{ … }} with {KeyNames(shape.Keys.Items.Where(key => key.Required || !shape.Keys.Items.Any(other => other.Required)))}.");
            return null;
        }

        foreach (var property in content.Properties)
        {
            if (shape[property.Name.Text] is null)
                problems.Add(property.Name.Place, $"Unknown key \"{property.Name.Text}\".", CaseMigrations.Advice(property.Name.Text, shape) ?? Suggestion.For(property.Name.Text, shape.Keys.Items.Select(key => key.Name).Where(name => content[name] is null)));
        }

        foreach (var key in shape.Keys)
        {
            if (key.Required && content[key.Name] is null)
                problems.Add(content.Place, $"The key \"{key.Name}\" is missing.", $"Add \"{key.Name}\": {char.ToLowerInvariant(key.Say[0])}{key.Say.AsSpan(1)}");
        }

        return new(content, shape, problems);
    }

    public CaseNode? Node(string key) => _shape[key] is null ? throw new ArgumentException($"{_shape.Name} has no key {key}", nameof(key)) : _node[key];

    public CasePlace PlaceOf(string key) => Node(key)?.Place ?? Place;

    public ObjectReader? Object(string key, CaseShape shape) => Node(key) is { } node ? Open(node, shape, Problems) : null;

    public CaseText? TextNode(string key)
    {
        if (Node(key) is not { } node || AsText(node) is not { } text)
            return null;
        if (text.Text.Length == 0)
            Problems.Add(node.Place, $"\"{key}\" is empty.", _shape[key]!.Say);
        return text;
    }

    public string Text(string key) => TextNode(key)?.Text ?? "";

    /// <summary>A text, or a list of its lines.</summary>
    public string Lines(string key) => Node(key) switch
    {
        null => "",
        CaseList list => string.Join('\n', list.Items.Items.Select(item => AsText(item)?.Text ?? "")),
        var node => AsText(node)?.Text ?? "",
    };

    public ImmutableArray<CaseText> Texts(string key) => Items(key).Select(AsText).OfType<CaseText>().ToImmutableArray();

    public Sequence<Phrase> Phrases(string key) => Texts(key).Select(AsPhrase).OfType<Phrase>().ToSequence();

    /// <summary>Groups of alternatives; a group of one may stand as a text.</summary>
    public Sequence<Sequence<Phrase>> Groups(string key) => Items(key)
        .Select(item => item is CaseList list ? list.Items.Items.Select(AsText) : [AsText(item)])
        .Select(group => group.OfType<CaseText>().Select(AsPhrase).OfType<Phrase>().ToSequence())
        .Where(group => group.Count > 0)
        .ToSequence();

    public ImmutableArray<CaseNode> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case CaseList list:
                if (list.Items.Count == 0 && _shape[key]!.Required)
                    Problems.Add(list.Place, $"\"{key}\" is an empty list.", _shape[key]!.Say);
                return list.Items.Items;
            case var node:
                Problems.Add(node.Place, $"{node.Say} stands where a list is expected.", $"Write \"{key}\": [ … ].");
                return [];
        }
    }

    public IEnumerable<ObjectReader> Objects(string key, CaseShape shape) => Items(key).Select(item => Open(item, shape, Problems)).OfType<ObjectReader>();

    /// <summary>The properties of an object whose keys are names of the author's.</summary>
    public Sequence<CaseProperty> Map(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case CaseObject map:
                return map.Properties;
            case var node:
                Problems.Add(node.Place, $"{node.Say} stands where an object is expected.", $"Write \"{key}\": {{ \"name\": … }}.");
                return [];
        }
    }

    public bool Truth(string key, bool otherwise)
    {
        switch (Node(key))
        {
            case null:
                return otherwise;
            case CaseTruth truth:
                return truth.Holds;
            case var node:
                Problems.Add(node.Place, $"\"{key}\" is {node.Say}.", "Write true or false.");
                return otherwise;
        }
    }

    /// <summary>A number, or a text that holds a fraction.</summary>
    public Rational Rational(string key, Rational otherwise = default) => Node(key) is { } node ? AsRational(node, otherwise) : otherwise;

    public Rational Share(string key, Rational otherwise)
    {
        var share = Rational(key, otherwise);
        if (share.Sign >= 0 && share <= 1)
            return share;
        Problems.Add(PlaceOf(key), $"\"{key}\" is {share}.", "Write a share between 0 and 1.");
        return otherwise;
    }

    /// <summary>A whole number between two, both included.</summary>
    public int Integer(string key, int smallest, int otherwise, int largest = LargestInteger)
    {
        if (Node(key) is not { } node)
            return otherwise;
        if (node is CaseNumber { Value: { IsInteger: true } value } && value >= smallest && value <= largest)
            return (int)value.Numerator;
        Problems.Add(node.Place, $"\"{key}\" is {node.Say}.", largest == LargestInteger ? $"Write a whole number from {smallest} on." : $"Write a whole number from {smallest} to {largest}.");
        return otherwise;
    }

    /// <param name="names">The names that may stand there; the first is taken where none does.</param>
    public string OneOf(string key, params string[] names)
    {
        if (Node(key) is null || TextNode(key) is not { } text)
            return names[0];
        if (names.Contains(text.Text))
            return text.Text;
        Problems.Add(text.Place, $"\"{key}\" is \"{text.Text}\".", Suggestion.For(text.Text, names));
        return names[0];
    }

    public CaseText? AsText(CaseNode node)
    {
        if (node is CaseText text)
            return text;
        Problems.Add(node.Place, $"{node.Say} stands where a text is expected.", "Write it in double quotes.");
        return null;
    }

    public Rational AsRational(CaseNode node, Rational otherwise = default)
    {
        switch (node)
        {
            case CaseNumber number:
                return number.Value;
            case CaseText text when ExactNumber.TryReadFraction(text.Text, out var fraction):
                return fraction;
            default:
                Problems.Add(node.Place, $"{node.Say} stands where a number is expected.", "Write 0.5, or \"1/3\".");
                return otherwise;
        }
    }

    public Phrase? AsPhrase(CaseText text)
    {
        var phrase = Phrase.Parse(text.Text, out var problem);
        if (phrase is null)
            Problems.Add(text.Place, $"\"{text.Text}\" is no phrase: {problem}.", "For instance: increas*|raise* ... learning_rate|lr.");
        return phrase;
    }

    private static string KeyNames(IEnumerable<CaseKey> keys) => string.Join(", ", keys.Select(key => $"\"{key.Name}\""));
}
