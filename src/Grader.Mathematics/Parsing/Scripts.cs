namespace Grader.Mathematics;

/// <summary>Unicode's raised and lowered characters, which carry a level that folding must not lose.</summary>
public static class Scripts
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵝᵞᵟᶿ";
    private const string Raised = "0123456789+-=()niabcdefghjklmoprstuvwxyzTβγδθ";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₔₕₖₗₘₙₚₛₜᵢᵣᵤᵥⱼᵦᵧᵨᵩᵪ";
    private const string Lowered = "0123456789+-=()aeoxəhklmnpstiruvjβγρφχ";

    public static char? Raise(char c) => Lookup(c, Superscripts, Raised);

    public static char? Lower(char c) => Lookup(c, Subscripts, Lowered);

    public static int? SuperscriptDigit(char c) => Raise(c) is { } digit && char.IsAsciiDigit(digit) ? digit - '0' : null;

    private static char? Lookup(char c, string from, string to)
    {
        if (c < 0x80)
            return null;
        var index = from.IndexOf(c);
        return index < 0 ? null : to[index];
    }
}
