using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reference;

/// <summary>An assignment as its case files say it, checked.</summary>
/// <param name="Sha256">Over the names and bytes of all files read, lower-case hexadecimal.</param>
public sealed record Assignment(string Id, string Title, Sequence<Question> Questions, CreditPolicy Credit, string Sha256)
{
    /// <summary>Whose inputs were drawn; empty for nobody's.</summary>
    public string Student { get; init; } = "";

    /// <summary>A student may see the right answers in a report.</summary>
    public bool ReleasesAnswers { get; init; }

    /// <summary>Some inputs are drawn for each student.</summary>
    public bool IsDrawn { get; init; }
}

/// <param name="ChargeMistakesOnce">Later checks that a mistake already charged explains get their points back.</param>
/// <param name="CarriedForward">Share of the points that a carried-forward answer earns, 0 to 1.</param>
/// <param name="OutsideBandIsIncorrect">A figure outside its band is incorrect, not for review.</param>
public sealed record CreditPolicy(bool ChargeMistakesOnce, Rational CarriedForward, bool OutsideBandIsIncorrect)
{
    /// <summary>Unless an assignment says otherwise.</summary>
    public static Rational DefaultGuard { get; } = 1000;

    /// <summary>An answer that follows from an own value which is further off than by this factor is for a person.</summary>
    public Rational Guard { get; init; } = DefaultGuard;
}

/// <param name="Text">The question in Markdown.</param>
public sealed record Question(string Id, string Title, string Text, Sequence<Phrase> Labels, Worksheet Worksheet, Sequence<Part> Parts)
{
    /// <summary>Labels that may be exchanged, in one way for the whole question.</summary>
    public Sequence<Relabelling> Relabellings { get; init; }

    /// <summary>The question's training recipe and its bands; null where it has none.</summary>
    public ReferenceRuns? Training { get; init; }
}

/// <param name="Id"><c>1a</c>; a part with the question's own id (<c>4</c>) reads the whole question.</param>
/// <param name="Labels">What else its heading may say, in any language.</param>
public sealed record Part(string Id, string Text, Sequence<Phrase> Labels, Sequence<Check> Checks);

/// <summary>One thing asked, with its points.</summary>
/// <param name="Id"><c>1b.macs-layer1</c>: part, dot, name.</param>
/// <param name="Ask">What is asked: <c>multiply-add operations of layer 1</c>.</param>
public abstract record Check(string Id, string Ask, Rational Points, LabelRule Labels)
{
    /// <summary>The name of the kind in case files and reports.</summary>
    public abstract string Kind { get; }

    /// <summary>What the answer key shows in place of what it computes, in Markdown; empty for nothing.</summary>
    public string ModelAnswer { get; init; } = "";

    /// <summary>Where in a table the answer stands, one for each way that a table may be laid out; empty where its labels say all.</summary>
    public Sequence<CellAddress> Cells { get; init; }

    /// <summary>How the answer changes where a student exchanges labels.</summary>
    public Sequence<RelabelledCheck> Relabelled { get; init; }

    /// <summary>Other quantities that are right as well: a direction with the other sign.</summary>
    public Sequence<string> Alternatives { get; init; }

    /// <summary>Ids of checks, of other questions too, without points for which this one earns none.</summary>
    public Sequence<string> Requires { get; init; }
}

/// <summary>What the words around an answer say when it answers this check.</summary>
/// <param name="Groups">Each group is a set of alternatives; the more groups are found, and the nearer, the better.</param>
/// <param name="Without">Phrases that say it is another's answer.</param>
public sealed record LabelRule(Sequence<Sequence<Phrase>> Groups, Sequence<Phrase> Without)
{
    /// <summary>Names that the quantity goes by in formulas, as <see cref="NotationName"/> folds them: an answer that stands under one needs no words.</summary>
    public Sequence<string> Aliases { get; init; }
}

/// <summary>A number.</summary>
/// <param name="Quantities">What it is; the student's value stands for all of them (width and height).</param>
/// <param name="Percent">The quantity is a share that people write in percent: 0.9023 and 90.23 % are the same answer.</param>
/// <param name="Words">Words that are numbers here: <c>halved</c> is 50.</param>
public sealed record NumberCheck(string Id, string Ask, Rational Points, LabelRule Labels, Sequence<string> Quantities, Tolerance Tolerance, bool Percent, Sequence<NumberWord> Words = default) : Check(Id, Ask, Points, Labels)
{
    /// <summary>Unit of the quantity; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The right value lies between −1 and 1 and is a pure number: people may write it in percent, though nothing asks for that.</summary>
    public bool IsShare { get; init; }

    public override string Kind => "number";
}

/// <param name="Value">In percent where the check is one of a share.</param>
public sealed record NumberWord(Phrase Phrase, Rational Value);

/// <summary>A vector, in a row, a column, a list or a table's column.</summary>
/// <param name="RowLabels">What names each entry in a table: <c>M1</c>, <c>M2</c>.</param>
public sealed record VectorCheck(string Id, string Ask, Rational Points, LabelRule Labels, string Quantity, Tolerance Tolerance, Sequence<Phrase> RowLabels) : Check(Id, Ask, Points, Labels)
{
    public override string Kind => "vector";
}

public enum MatrixCredit
{
    /// <summary>All or nothing.</summary>
    None,
    Entries,
    Rows,

    /// <summary>By the entries that are not zero in the key, less those that are not zero where the key has a zero.</summary>
    NonZeroEntries,
}

/// <summary>A matrix, numeric or symbolic.</summary>
public sealed record MatrixCheck(string Id, string Ask, Rational Points, LabelRule Labels, string Quantity, Tolerance Tolerance, MatrixCredit Credit, Sequence<Phrase> RowLabels) : Check(Id, Ask, Points, Labels)
{
    /// <summary>What names each column in a table.</summary>
    public Sequence<Phrase> ColumnLabels { get; init; }

    public override string Kind => "matrix";
}

/// <summary>One of several answers: yes or no.</summary>
public sealed record ChoiceCheck(string Id, string Ask, Rational Points, LabelRule Labels, string Right, Sequence<Choice> Choices) : Check(Id, Ask, Points, Labels)
{
    public override string Kind => "choice";
}

/// <param name="Id"><c>yes</c>.</param>
public sealed record Choice(string Id, Sequence<Phrase> Phrases);

/// <summary>Prose in which ideas are looked for.</summary>
/// <param name="Formulas">Formulas that say the whole of it: <c>B = A^T</c>.</param>
/// <param name="Matrices">Where the answer also shows a matrix, it must be one of these quantities; else a person looks. Empty: a matrix does not matter.</param>
/// <param name="Model">A model answer, in Markdown.</param>
public sealed record RubricCheck(string Id, string Ask, Rational Points, LabelRule Labels, Sequence<Idea> Ideas, Sequence<string> Formulas, Sequence<string> Matrices, string Model) : Check(Id, Ask, Points, Labels)
{
    public override string Kind => "rubric";
}

/// <param name="Say">The idea, for the report: <c>running statistics at test time</c>.</param>
/// <param name="Share">Its share of the check's points; the shares of a check sum to 1.</param>
/// <param name="Phrases">Any of these says it.</param>
/// <param name="Denials">Any of these, in the same sentence, says the contrary: for a person.</param>
public sealed record Idea(string Id, string Say, Rational Share, Sequence<Phrase> Phrases, Sequence<Phrase> Denials);

/// <summary>A figure of the student's own run, judged against a tolerance band.</summary>
public sealed record BandCheck(string Id, string Ask, Rational Points, LabelRule Labels, Band Band, bool Percent) : Check(Id, Ask, Points, Labels)
{
    public override string Kind => "band";
}

/// <param name="Low">Smallest figure inside, in the unit people write (percent for an accuracy).</param>
/// <param name="Source">Where it comes from, for the report.</param>
/// <param name="Provisional">Written by hand, not measured by the reference runs.</param>
public sealed record Band(Rational Low, Rational High, Rational Mean, Rational Deviation, int Runs, string Source, bool Provisional)
{
    /// <summary>Why nothing may be judged by it; empty where it may.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>What the reference runs say besides; null of a band written by hand.</summary>
    public TrainedBand? Trained { get; init; }
}

/// <summary>A stated difference that must agree with the student's own numbers.</summary>
/// <param name="Minuend">The check that holds the first number: <c>4a.train-accuracy</c>.</param>
public sealed record DifferenceCheck(string Id, string Ask, Rational Points, LabelRule Labels, string Minuend, string Subtrahend) : Check(Id, Ask, Points, Labels)
{
    public override string Kind => "difference";
}

/// <summary>What a change did, in words, that must agree with the student's own numbers.</summary>
/// <param name="Measures">Each with the checks that hold the number before and after.</param>
public sealed record EffectCheck(string Id, string Ask, Rational Points, LabelRule Labels, Sequence<Measure> Measures) : Check(Id, Ask, Points, Labels)
{
    public override string Kind => "effect";
}

/// <param name="Name"><c>training accuracy</c>.</param>
/// <param name="Phrases">What the student calls it.</param>
/// <param name="Unclear">A difference of at most this, in the unit written, may be called no clear change (the paired band).</param>
public sealed record Measure(string Name, Sequence<Phrase> Phrases, string Before, string After, Rational Unclear);

/// <summary>A stated order of the student's own durations, one a part.</summary>
/// <param name="Subjects">Parts in the order of the question: <c>4a</c>, <c>4b</c>, <c>4c</c>.</param>
public sealed record OrderCheck(string Id, string Ask, Rational Points, LabelRule Labels, Sequence<string> Subjects) : Check(Id, Ask, Points, Labels)
{
    public override string Kind => "order";
}
