using System.Collections.Frozen;

namespace Grader.Mathematics;

/// <summary>What a LaTeX command is to the tokenizer.</summary>
internal enum CommandRole : byte
{
    /// <summary>The parser knows it.</summary>
    Structure,
    Sign,
    Name,

    /// <summary>Spacing and style: nothing.</summary>
    Nothing,

    /// <summary>Nothing, and neither is its argument: <c>\label{…}</c>.</summary>
    NothingWithArgument,
    Left,
    Right,

    /// <summary>Upright text: <c>\text{…}</c>, <c>\operatorname{…}</c>.</summary>
    Text,

    /// <summary>A font: the argument is read as if it were not there.</summary>
    Font,
}

internal readonly record struct LatexCommand(CommandRole Role, string Text, char Sign);

internal static class LatexCommands
{
    private static readonly FrozenDictionary<string, LatexCommand> Table = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, LatexCommand>.AlternateLookup<ReadOnlySpan<char>> Lookup = Table.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryFind(ReadOnlySpan<char> name, out LatexCommand command) => Lookup.TryGetValue(name, out command);

    private static Dictionary<string, LatexCommand> Build()
    {
        var table = new Dictionary<string, LatexCommand>(StringComparer.Ordinal);
        Add(CommandRole.Structure,
            "frac dfrac tfrac cfrac binom dbinom tbinom choose over sqrt boxed fbox underline overline bar hat widehat tilde widetilde vec overrightarrow dot ddot underbrace overbrace cancel mathbb mathbbm"
            + " sum prod int iint iiint oint lim sin cos tan sec csc cosec cot sinh cosh tanh coth sech csch arcsin arccos arctan arcsec arccsc arccot arcsinh arccosh arctanh arsinh arcosh artanh"
            + " asin acos atan asinh acosh atanh ln log lg exp max min gcd lcm det dim rank trace tr arg operatornamewithlimits pmod pod bmod mod floor ceil abs norm sign sgn erf argmax argmin sigmoid softmax relu"
            + " text textbf textcolor color substack matrix pmatrix bmatrix multicolumn not xrightarrow overset underset stackrel angle triangle exponentialE imaginaryI imaginaryJ differentialD sup inf vee wedge");
        Add(CommandRole.Nothing,
            "quad qquad displaystyle textstyle scriptstyle limits nolimits big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm middle hline notag nonumber allowbreak smallskip medskip hfill"
            + " thinspace negthinspace medspace enspace space rm bf it sf cal mathrel mathbin mathop mathord strut noindent centering ensuremath null dotsc");
        Add(CommandRole.NothingWithArgument, "label tag phantom hphantom vphantom hspace vspace cline color style class");
        Add(CommandRole.Text, "text textrm textnormal textit textbf textsf texttt mbox hbox operatorname mathrm mathit mathsf mathtt variable textsuperscript unit si");
        Add(CommandRole.Font, "mathbf boldsymbol bm pmb mathcal mathscr mathfrak symbf mathnormal mathds bold emph mathbfit");
        table["left"] = new(CommandRole.Left, "left", '\0');
        table["right"] = new(CommandRole.Right, "right", '\0');
        table["lvert"] = new(CommandRole.Sign, "lvert", '|');
        table["rvert"] = new(CommandRole.Sign, "rvert", '|');
        table["dots"] = new(CommandRole.Sign, "dots", Signs.Dots);

        AddSigns(
            "times *", "cdot *", "ast *", "star *", "cdotp *", "div /", "slash /", "pm ±", "mp ∓", "plusmn ±", "cup ∪", "bigcup ∪", "cap ∩", "bigcap ∩", "setminus ∖", "smallsetminus ∖", "backslash ∖",
            "le ≤", "leq ≤", "leqslant ≤", "leqq ≤", "ge ≥", "geq ≥", "geqslant ≥", "geqq ≥", "lt <", "gt >", "ne ≠", "neq ≠", "approx ≈", "approxeq ≈", "simeq ≈", "cong ≈", "sim ≈", "fallingdotseq ≈", "doteq =", "triangleq =", "coloneqq =", "equiv ≡",
            "to →", "rightarrow →", "longrightarrow →", "Rightarrow ⇒", "Longrightarrow ⇒", "implies ⇒", "iff ⇔", "Leftrightarrow ⇔", "Longleftrightarrow ⇔", "therefore ∴", "mapsto ↦", "leftarrow ←", "gets ←",
            "in ∈", "isin ∈", "notin ∉", "subset ⊂", "subseteq ⊂", "mid |", "vert |", "lvert |", "rvert |", "Vert ‖", "lVert ‖", "rVert ‖", "parallel ‖",
            "lfloor ⌊", "rfloor ⌋", "lceil ⌈", "rceil ⌉", "langle ⟨", "rangle ⟩", "lbrace ⦃", "rbrace ⦄", "lbrack [", "rbrack ]", "lparen (", "rparen )",
            "infty ∞", "partial ∂", "prime '", "circ °", "degree °", "top ⊤", "intercal ⊤", "dagger †", "land ∧", "lor ∨",
            "cdots …", "ldots …", "dotsb …", "vdots …", "ddots …", "colon :", "odot ⊙", "circledast ⊙", "otimes ⊗", "oplus ⊕", "percent %", "emptyset ∅", "varnothing ∅", "surd √", "And ∧", "bmod m");
        foreach (var name in "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega nabla ell hbar Re Im aleph".Split(' '))
            table[name] = new(CommandRole.Name, name, '\0');
        foreach (var pair in "varepsilon epsilon,vartheta theta,varphi phi,varrho rho,varsigma sigma,varkappa kappa,varpi pi,imath i,jmath j,Alpha A,Beta B".Split(','))
            table[pair.Split(' ')[0]] = new(CommandRole.Name, pair.Split(' ')[1], '\0');
        return table;

        void Add(CommandRole role, string names)
        {
            foreach (var name in names.Split(' '))
                table[name] = new(role, name, '\0');
        }

        void AddSigns(params ReadOnlySpan<string> pairs)
        {
            foreach (var pair in pairs)
                table[pair[..^2]] = new(CommandRole.Sign, pair[..^2], pair[^1]);
        }
    }
}
