using System.Text;
using System.Xml.Linq;
using Grader.Fuzzing.Driving;
using Grader.Mathematics;
using Grader.Mathematics.Tests;

namespace Grader.Fuzzing.Readers;

/// <summary>Formulas, each of which is read whole or refused at a place. <c>case:</c>, <c>comma:</c>, <c>units:</c> or <c>python:</c> before one says how it is to be read.</summary>
/// <param name="isPrinted">What is read is printed, too, and must read back as it was.</param>
internal sealed class FormulaFuzzing(bool isPrinted) : IFuzzedReader
{
    private static readonly (string Prefix, FormulaOptions Options)[] Ways =
    [
        ("case:", FormulaOptions.Case),
        ("comma:", FormulaOptions.Student with { DecimalComma = true }),
        ("units:", FormulaOptions.Student with { UnitLetters = true }),
    ];

    public string Name => isPrinted ? "printing" : "formula";

    public long MostBytes => 50_000_000;

    public IReadOnlyList<string> Pieces => FormulaPieces.All;

    public IEnumerable<byte[]> Seeds => NearMisses.All.SelectMany(static place => place.Right.Concat(place.Wrong).Append(place.Gold)).Select(Encoding.UTF8.GetBytes);

    public void Read(byte[] input, Traits traits, bool thorough)
    {
        var written = Encoding.UTF8.GetString(input);
        if (written.StartsWith("python:", StringComparison.Ordinal))
        {
            Hold(written[7..], "python", PythonFormula.Read(written[7..]), traits);
            return;
        }
        var (prefix, options) = Ways.FirstOrDefault(way => written.StartsWith(way.Prefix, StringComparison.Ordinal));
        var text = written[(prefix?.Length ?? 0)..];
        var reading = Formula.Read(text, options);
        Hold(text, prefix ?? "", reading, traits);
        if (!thorough)
            return;
        Promise.Hold(Formula.Read(text, options) == reading, "the same text is read the same twice");
        if (reading.Expression is not { } expression)
            return;
        Promise.Hold(XElement.Parse(MathMLPrinter.Print(expression)).Name.LocalName == "math", "MathML is well formed");
        if (isPrinted)
            Printed(expression, options ?? FormulaOptions.Student);
    }

    private static void Hold(string text, string way, FormulaReading reading, Traits traits)
    {
        Promise.Hold((reading.Expression is null) == (reading.Error is not null), "a formula is read whole or refused");
        foreach (var repair in reading.Repairs)
            traits.Message("repair", repair);
        if (reading.Error is { } error)
        {
            Promise.Hold(error.Position >= 0 && error.Position <= text.Length, "the place of an error lies within the text", () => $"{error.Position} of {text.Length}");
            Promise.Hold(error.Found.Length > 0 && error.Expected.Length > 0, "an error says what is there and what was expected");
            traits.Add(way + " expected", error.Expected, error.Found.Length > 1 && char.IsAscii(error.Found[1]) && !char.IsAsciiLetterOrDigit(error.Found[1]) ? error.Found[..2] : "");
            return;
        }
        Promise.Hold(reading.Members.Count > 0, "a formula has a member");
        foreach (var member in reading.Members)
            Promise.Hold(member.Start >= 0 && member.Length >= 0 && member.Start + member.Length <= text.Length, "members lie within the text", () => $"{member.Start}, {member.Length} of {text.Length}");
        ExpressionTraits.Add(traits, way, reading.Expression!);
        traits.Count(way + " members", reading.Members.Count);
    }

    /// <summary>What is printed reads back as what prints the same, where its names are plain: what else a name may hold, such as signs in an index, is printed for people. (Not as the same records: a number that nobody wrote, such as 2/3 for 0.666…, is printed as a fraction.)</summary>
    private static void Printed(Expression expression, FormulaOptions options)
    {
        Held("ASCII", expression, options, AsciiPrinter.Print);
        Held("LaTeX", expression, options, LatexPrinter.Print);
    }

    private static void Held(string notation, Expression expression, FormulaOptions options, Func<Expression, string> print)
    {
        var printed = print(expression);
        if (printed.Length > 5_000 || !HasPlainNames(expression))
            return;
        var again = Formula.Read(printed, options with { DecimalComma = false });
        Promise.Hold(again.Expression is not null, $"a formula printed in {notation} is read again", () => $"{printed}: found {again.Error!.Found} at {again.Error.Position}");
        Promise.Hold(again.Expression == expression || print(again.Expression!) == printed, $"a formula printed in {notation} reads back as it was", () => $"{printed} read as {print(again.Expression!)}");
    }

    private static bool HasPlainNames(Expression expression) =>
        expression switch
        {
            Symbol symbol => IsPlain(symbol.Name),
            Call call => call.Function != "subscript" && call.Function.All(char.IsAsciiLetter),
            BigOperation operation => IsPlain(operation.Variable),
            Measured measured => measured.Unit is "%" || IsPlain(measured.Unit),
            _ => true,
        } && Children.Of(expression).Items.All(HasPlainNames);

    private static bool IsPlain(string name) => name.Split('_').All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit));
}
