using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>Reads the checks of a question.</summary>
/// <param name="worksheet">Null where it has problems: names of quantities are then not looked up.</param>
/// <param name="bands">Reads what checks say of bands.</param>
internal sealed class CheckReader(Worksheet? worksheet, Sequence<Relabelling> relabellings, BandReader bands, CaseLinks links, ProblemList problems)
{
    /// <returns>Null, with a problem, where the kind is unknown.</returns>
    public Check? Read(CaseNode node, CaseText? part)
    {
        if (node is not CaseObject content || content["kind"] is not CaseText kind)
        {
            problems.Add(node.Place, "A check is an object with a \"kind\".", $"Write {{ \"id\": …, \"kind\": … }}. {Suggestion.For("", Kinds)}");
            return null;
        }

        var shape = CheckShapes.Kinds.Items.FirstOrDefault(known => known.Name == CheckShapes.NameOf(kind.Text));
        if (shape is null)
        {
            problems.Add(kind.Place, $"There is no kind of check \"{kind.Text}\".", Suggestion.For(kind.Text, Kinds));
            return null;
        }

        if (ObjectReader.Open(node, shape, problems) is not { } reader)
            return null;
        var common = ReadCommon(reader, part);
        Check check = kind.Text switch
        {
            "number" => Measured(new NumberCheck(common.Id, common.Ask, common.Points, common.Labels, Numbers(reader), Tolerance(reader, "quantity", "quantities"), reader.Truth("percent", false), NumberWords(reader))),
            "vector" => new VectorCheck(common.Id, common.Ask, common.Points, common.Labels, Array(reader, reader.TextNode("quantity")), Tolerance(reader, "quantity"), reader.Phrases("rowLabels")),
            "matrix" => new MatrixCheck(common.Id, common.Ask, common.Points, common.Labels, Array(reader, reader.TextNode("quantity")), Tolerance(reader, "quantity"), Credit(reader), reader.Phrases("rowLabels")) { ColumnLabels = reader.Phrases("columnLabels") },
            "own" => new OwnCheckReader(worksheet, problems).Read(reader, common.Id, common.Ask, common.Points, common.Labels),
            "choice" => ReadChoice(reader, common),
            "rubric" => ReadRubric(reader, common),
            "band" => new BandCheck(common.Id, common.Ask, common.Points, common.Labels, bands.Read(reader), reader.Truth("percent", false)),
            "difference" => new DifferenceCheck(common.Id, common.Ask, common.Points, common.Labels, links.ToCheck(reader.TextNode("minuend")), links.ToCheck(reader.TextNode("subtrahend"))),
            "effect" => new EffectCheck(common.Id, common.Ask, common.Points, common.Labels, reader.Objects("measures", CheckShapes.Measure).Select(ReadMeasure).ToSequence()),
            "order" => new OrderCheck(common.Id, common.Ask, common.Points, common.Labels, reader.Texts("subjects").Select(subject => links.ToPart(subject)).ToSequence()),
            _ => throw new InvalidOperationException($"the kind {kind.Text} has a shape and no reader"),
        };
        if (check is NumberCheck or VectorCheck or MatrixCheck)
            check = check with { Cells = AnswerPlaces.Read(reader, check), Relabelled = RelabellingReader.Of(reader, check, relabellings, worksheet), Alternatives = Alternatives(reader, check) };
        check = check with { Requires = reader.Texts("requires").Select(required => links.ToRequired(common.Id, required)).ToSequence() };
        return check is RubricCheck ? check : check with { ModelAnswer = TextValues.Fill(reader.Lines("model"), reader.PlaceOf("model"), worksheet, problems) };
    }

    private static IEnumerable<string> Kinds => CheckShapes.Kinds.Items.Select(shape => shape.Name[..^"Check".Length]);

    private CommonKeys ReadCommon(ObjectReader reader, CaseText? part)
    {
        var id = reader.TextNode("id");
        if (id is not null)
        {
            links.AddCheck(id, reader);
            if (part is not null && !(id.Text.StartsWith(part.Text + ".", StringComparison.Ordinal) && id.Text.Length > part.Text.Length + 1))
                problems.Add(id.Place, $"The check \"{id.Text}\" stands in part \"{part.Text}\".", $"Its id starts with \"{part.Text}.\".");
        }

        var points = reader.Rational("points", Rational.One);
        if (points.Sign <= 0)
            problems.Add(reader.PlaceOf("points"), $"\"points\" is {points}.", "Write a number above 0.");
        return new(id?.Text ?? "", TextValues.Fill(reader.Text("ask"), reader.PlaceOf("ask"), worksheet, problems), points, new(reader.Groups("labels"), reader.Phrases("without")) { Aliases = Aliases(reader) });
    }

    private Sequence<string> Aliases(ObjectReader reader)
    {
        var aliases = new List<string>();
        foreach (var text in reader.Texts("aliases"))
        {
            if (NotationName.Of(text.Text) is { } name)
                aliases.Add(name);
            else
                problems.Add(text.Place, $"\"{text.Text}\" is no name that stands before an equals sign.", "Write δ_2, dW1 or ∂L/∂z_2: letters, digits, indices and slashes.");
        }

        return aliases.ToSequence();
    }

    private NumberCheck Measured(NumberCheck check)
    {
        if (worksheet is null || check.Quantities.Count == 0 || !worksheet.Has(check.Quantities[0]))
            return check;
        var unit = worksheet.Named(check.Quantities[0])!.Unit;
        var size = worksheet[check.Quantities[0]].Value switch { Exact exact => Rational.Abs(exact.Number), Approximate approximate => Rational.Abs(Rational.FromDouble(approximate.Number)), _ => Rational.Zero };
        return check with { Unit = unit, IsShare = unit.Length == 0 && !check.Percent && size.Sign > 0 && size <= 1 };
    }

    private Sequence<string> Numbers(ObjectReader reader)
    {
        var names = reader.Texts("quantities");
        if (reader.Node("quantity") is not null == names.Length > 0)
            problems.Add(reader.Place, "A number has either a \"quantity\" or \"quantities\".", "Name what it is.");
        if (reader.Node("quantity") is not null && reader.TextNode("quantity") is { } name)
            names = [name];
        return names.Select(name => Scalar(name)).ToSequence();
    }

    private Sequence<string> Alternatives(ObjectReader reader, Check check) => check is NumberCheck
        ? reader.Texts("alternatives").Select(name => Scalar(name)).ToSequence()
        : Arrays(reader, "alternatives");

    private string Scalar(CaseText name)
    {
        Require(name, value => value is Exact or Approximate, "is no single number");
        return name.Text;
    }

    private Sequence<string> Arrays(ObjectReader reader, string key) => reader.Texts(key).Select(name => Array(reader, name)).ToSequence();

    private string Array(ObjectReader reader, CaseText? name)
    {
        if (name is not null)
            Require(name, value => value is Tensor, $"is no {(reader.Node("kind") as CaseText)?.Text switch { "vector" => "vector", _ => "matrix" }}");
        return name?.Text ?? "";
    }

    private void Require(CaseText name, Func<Value, bool> fits, string otherwise)
    {
        if (worksheet is null)
            return;
        if (!worksheet.Has(name.Text))
            problems.Add(name.Place, $"The quantity \"{name.Text}\" does not exist.", Suggestion.For(name.Text, worksheet.Quantities.Items.Select(quantity => quantity.Name)));
        else if (worksheet[name.Text] is { Value: null, Problem: var problem })
            problems.Add(name.Place, $"The quantity \"{name.Text}\" has no value: {problem}.", "Mend its formula or its inputs.");
        else if (worksheet[name.Text].Value is { } value && !fits(value))
            problems.Add(name.Place, $"The quantity \"{name.Text}\" {otherwise}.", "Choose the kind of check that it is.");
    }

    /// <param name="keys">The keys that name the quantity it is for.</param>
    private Tolerance Tolerance(ObjectReader check, params ReadOnlySpan<string> keys)
    {
        if (check.Object("tolerance", CheckShapes.Tolerance) is not { } reader)
            return Mathematics.Tolerance.Default;
        var tolerances = new List<Tolerance>();
        if (reader.Node("absolute") is not null)
            tolerances.Add(new AbsoluteTolerance(NotNegative(reader, "absolute")));
        if (reader.Node("relative") is not null)
            tolerances.Add(new RelativeTolerance(NotNegative(reader, "relative")));
        if (reader.Node("digits") is not null)
            tolerances.Add(new AsWritten(reader.Integer("digits", 1, 3)));
        if (reader.Node("count") is not null)
            tolerances.Add(new CountTolerance(reader.Integer("count", 1, 4)));
        if (reader.Node("workingDecimals") is not null)
            tolerances.Add(Working(reader, check, keys));
        if (tolerances.Count == 1)
            return tolerances[0];
        problems.Add(reader.Place, "A tolerance is exactly one of \"absolute\", \"relative\", \"digits\", \"workingDecimals\" and \"count\".", "For instance { \"digits\": 3 }.");
        return Mathematics.Tolerance.Default;
    }

    private WorkingTolerance Working(ObjectReader tolerance, ObjectReader check, ReadOnlySpan<string> keys)
    {
        var decimals = Math.Min(tolerance.Integer("workingDecimals", 1, 4), 15);
        var names = new List<string>();
        foreach (var key in keys)
            names.AddRange(check.Node(key) is CaseText text ? [text.Text] : check.Node(key) is CaseList list ? list.Items.Items.OfType<CaseText>().Select(item => item.Text) : []);
        if (worksheet is null || !names.TrueForAll(worksheet.Has))
            return new(decimals, Rational.Zero);
        var bounds = names.ConvertAll(name => worksheet.RoundingBound(name, decimals));
        if (bounds.Contains(null))
            problems.Add(tolerance.PlaceOf("workingDecimals"), $"It cannot be said how far rounding moves \"{names[bounds.IndexOf(null)]}\".", $"Use \"absolute\": it is symbolic, or has more than {RoundingBound.MostIntermediates} numbers on the way.");
        return new(decimals, bounds.Aggregate(Rational.Zero, (most, bound) => Rational.Max(most, bound ?? Rational.Zero)));
    }

    private Rational NotNegative(ObjectReader reader, string key)
    {
        var value = reader.Rational(key);
        if (value.Sign < 0)
            problems.Add(reader.PlaceOf(key), $"\"{key}\" is {value}.", "Write 0 or more.");
        return value;
    }

    private static MatrixCredit Credit(ObjectReader reader) => reader.OneOf("credit", "none", "entries", "rows", "nonZeroEntries") switch
    {
        "entries" => MatrixCredit.Entries,
        "rows" => MatrixCredit.Rows,
        "nonZeroEntries" => MatrixCredit.NonZeroEntries,
        _ => MatrixCredit.None,
    };

    private ChoiceCheck ReadChoice(ObjectReader reader, CommonKeys common)
    {
        var choices = ImmutableArray.CreateBuilder<Choice>();
        foreach (var property in reader.Map("choices"))
        {
            if (property.Value is CaseList phrases)
                choices.Add(new(property.Name.Text, phrases.Items.Items.Select(reader.AsText).OfType<CaseText>().Select(reader.AsPhrase).OfType<Phrase>().ToSequence()));
            else
                problems.Add(property.Value.Place, $"{property.Value.Say} stands where a list of phrases is expected.", "Write \"yes\": [\"yes\", \"it is\"].");
        }

        if (reader.Node("choices") is not null && choices.Count < 2)
            problems.Add(reader.PlaceOf("choices"), "A choice is among at least two.", "Add the wrong answers, with the phrases that say them.");
        if (reader.TextNode("right") is { } right && !choices.Any(choice => choice.Id == right.Text))
            problems.Add(right.Place, $"The right choice \"{right.Text}\" is not among the choices.", Suggestion.For(right.Text, choices.Select(choice => choice.Id)));
        return new(common.Id, common.Ask, common.Points, common.Labels, reader.Text("right"), choices.ToSequence());
    }

    private RubricCheck ReadRubric(ObjectReader reader, CommonKeys common)
    {
        var nodes = reader.Objects("ideas", CheckShapes.Idea).ToList();
        var shared = nodes.Count(idea => idea.Node("share") is not null);
        var ideas = nodes.Select(idea => new Idea(
            idea.Text("id"),
            idea.Text("say"),
            shared == 0 ? Rational.Of(1, nodes.Count) : idea.Share("share", Rational.Zero),
            idea.Phrases("phrases"),
            idea.Phrases("denials"))).ToSequence();
        var sum = ideas.Items.Aggregate(Rational.Zero, (total, idea) => total + idea.Share);
        if (shared > 0 && sum != Rational.One)
            problems.Add(reader.PlaceOf("ideas"), $"The shares of the ideas sum to {sum}.", "They sum to 1; leave all out for equal shares, and write \"1/3\" for a third.");
        foreach (var repeated in nodes.GroupBy(idea => idea.Text("id")).Where(group => group.Count() > 1))
            problems.Add(repeated.Last().PlaceOf("id"), $"The idea \"{repeated.Key}\" stands twice in this check.", "Choose another id.");
        foreach (var formula in reader.Texts("formulas"))
        {
            if (Formula.Read(formula.Text).Error is { } error)
                problems.Add(formula.PlaceAt(error.Position), $"The formula \"{formula.Text}\" cannot be read: {error.Found} stands here.", $"Expected {error.Expected}.");
        }

        return new(common.Id, common.Ask, common.Points, common.Labels, ideas, reader.Texts("formulas").Select(formula => formula.Text).ToSequence(), Arrays(reader, "matrices"), TextValues.Fill(reader.Lines("model"), reader.PlaceOf("model"), worksheet, problems));
    }

    private Measure ReadMeasure(ObjectReader reader) => new(
        reader.Text("name"),
        reader.Phrases("phrases"),
        links.ToCheck(reader.TextNode("before")),
        links.ToCheck(reader.TextNode("after")),
        bands.Unclear(reader) ?? NotNegative(reader, "unclear"));

    private static Sequence<NumberWord> NumberWords(ObjectReader reader) => reader.Map("words")
        .Select(word => (Phrase: reader.AsPhrase(word.Name), Value: reader.AsRational(word.Value)))
        .Where(word => word.Phrase is not null)
        .Select(word => new NumberWord(word.Phrase!, word.Value))
        .ToSequence();

    private sealed record CommonKeys(string Id, string Ask, Rational Points, LabelRule Labels);
}
