using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>Labels that a student may exchange, throughout a question: the numbers of clusters.</summary>
/// <param name="Id"><c>clusters</c>.</param>
/// <param name="Labels">As the key writes them, in the order of its rows or columns: <c>1</c>, <c>2</c>.</param>
/// <param name="Names">Other names of each label: <c>A</c>, <c>red</c>.</param>
public sealed record Relabelling(string Id, string Say, Sequence<Expression> Labels, Sequence<Sequence<string>> Names);

/// <summary>How the answer to a check changes when labels are exchanged.</summary>
public enum RelabelledBy
{
    /// <summary>Its entries are labels.</summary>
    Values,

    /// <summary>It has an entry, or a row, for each label.</summary>
    Rows,

    /// <summary>It has a column for each label.</summary>
    Columns,
}

/// <param name="Relabelling">Id of the relabelling that touches the check.</param>
public sealed record RelabelledCheck(string Relabelling, RelabelledBy By);
