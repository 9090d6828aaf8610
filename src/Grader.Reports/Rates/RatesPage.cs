using Grader.Mathematics;

namespace Grader.Reports;

/// <summary>A report of counts: tables, lists and texts under headings. Each format shows any such page.</summary>
/// <param name="Assignment">Its id.</param>
/// <param name="Title">Of the assignment.</param>
/// <param name="Subject">What is reported: <c>self-test</c>.</param>
/// <param name="Summary">A sentence or two.</param>
public sealed record RatesPage(string Assignment, string Title, string Subject, string Summary, Sequence<RatesSection> Sections)
{
    /// <summary>Without sections that hold nothing.</summary>
    internal IEnumerable<RatesSection> Shown => Sections.Items.Where(section => !section.IsEmpty);
}

public abstract record RatesSection(string Heading)
{
    internal abstract bool IsEmpty { get; }
}

/// <param name="Rows">Each with a cell a column.</param>
public sealed record RatesTable(string Heading, Sequence<string> Columns, Sequence<Sequence<string>> Rows) : RatesSection(Heading)
{
    internal override bool IsEmpty => Rows.Count == 0;
}

public sealed record RatesList(string Heading, Sequence<string> Items) : RatesSection(Heading)
{
    internal override bool IsEmpty => Items.Count == 0;
}

/// <summary>Bars, each as long as its number.</summary>
/// <param name="Labels">What the bars stand for: <c>check</c>.</param>
/// <param name="Numbers">What is counted: <c>submissions</c>.</param>
public sealed record RatesBars(string Heading, string Labels, string Numbers, Sequence<RatesBar> Bars) : RatesSection(Heading)
{
    internal override bool IsEmpty => Bars.Items.All(bar => bar.Length <= 0);

    /// <summary>Of the longest bar, 0 to 1.</summary>
    internal double Share(RatesBar bar) => Math.Max(0, bar.Length) / Bars.Items.Max(other => other.Length);
}

/// <param name="Shown">The number, for people.</param>
public sealed record RatesBar(string Label, double Length, string Shown);

/// <summary>Texts of submissions, each with what is said of it. A terminal shows the first of many.</summary>
public sealed record RatesTexts(string Heading, Sequence<RatesText> Items) : RatesSection(Heading)
{
    internal override bool IsEmpty => Items.Count == 0;
}

public sealed record RatesText(string Heading, string Say, string Text);
