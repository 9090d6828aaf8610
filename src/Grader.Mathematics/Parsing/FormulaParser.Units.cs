namespace Grader.Mathematics;

/// <summary>Units after a number: <c>30.5 MB</c>, <c>5\text{ cm}</c>, <c>28 percent</c>.</summary>
internal sealed partial class FormulaParser
{
    private Measured? ReadTextUnit(Expression operand)
    {
        var text = Current.Text;
        if (IsListSeparator(Current) || operand is Symbol or Matrix or Listing || !(operand is Number or Negation or Quotient or Product or Power or Sum or Call or Measured))
            return null;
        if ((operand is not Number || text.Length == 1) && Units.Find(text) is null)
            return null;
        _at++;
        return new(operand, PercentWords.Are(text) ? "%" : text + ReadUnitPower());
    }

    /// <summary>Whether the words at the end of a product are its unit: <c>5 \pi \text{ cm}</c>.</summary>
    private bool MeasuresProduct() =>
        !IsListSeparator(Current) && (Units.Find(Current.Text) is not null || (Current.Text.Length > 2 && char.IsAsciiLetterLower(Current.Text[0]) && KnownFunctions.Canonical(Current.Text) is null)) && (Next.Kind == TokenKind.End || Next.Is('=') || Next.Is(',') || Next.Is('}'));

    private string ReadUnitPower()
    {
        if (Current.Kind == TokenKind.Superscript)
            return "^" + TakeText();
        if (!Current.Is('^') || Next.Kind != TokenKind.Number && !(Next.Is('{') && _tokens[_at + 2].Kind == TokenKind.Number && _tokens[_at + 3].Is('}')))
            return "";
        var braced = Next.Is('{');
        var power = _numerals[_tokens[_at + (braced ? 2 : 1)].Numeral].Written.Text;
        _at += braced ? 4 : 2;
        return "^" + power;
    }

    /// <summary>How many words from here mean a percent sign: two of "per cent", or none.</summary>
    private int AtPercent() =>
        Current.Kind != TokenKind.Word ? 0
        : PercentWords.Are(Current.Text) ? 1
        : Next.Kind == TokenKind.Word && PercentWords.Are(Current.Text, Next.Text) ? 2
        : 0;

    /// <summary>What was counted, at the end of a formula: <c>288 weights</c>.</summary>
    private bool IsCounted(string word) =>
        Current.SpaceBefore && IsOneName(word) && KnownFunctions.Canonical(word) is null && !GreekLetters.IsName(word) && (Next.Kind == TokenKind.End || Next.Is(',') || Next.Is('='));

    private Measured? ReadWordUnit(Expression operand)
    {
        var word = Current.Text;
        if (AtPercent() is > 0 and var count && operand is Number or Negation or Quotient or Call or Power)
        {
            _at += count;
            return new(operand, "%");
        }

        if (operand is not Number || _options.CaseLanguage || _options.Names?.Contains(word) == true || IsListSeparator(Current))
            return null;
        if (Units.Find(word) is null)
            return IsCounted(word) ? new(operand, TakeText()) : null;
        if (word.Length < 2 && !_options.UnitLetters)
            return null;
        _at++;
        word += ReadUnitPower();
        if (Current.Is('/') && Next.Kind == TokenKind.Word && Units.Find($"{word}/{Next.Text}") is not null)
        {
            word = $"{word}/{Next.Text}";
            _at += 2;
            word += ReadUnitPower();
        }

        return new(operand, word);
    }
}
