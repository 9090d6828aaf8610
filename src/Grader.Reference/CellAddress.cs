using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>Where in a student's table an answer stands. Rows and columns may be exchanged.</summary>
/// <param name="Row">Phrases any of which the label of the row says; empty where the answer takes a whole column.</param>
/// <param name="Column">Phrases for the header of the column; empty where the answer takes a whole row.</param>
/// <param name="Table">Phrases for what introduces the table, or stands in its corner; empty for any table of the part.</param>
public sealed record CellAddress(Sequence<Phrase> Row, Sequence<Phrase> Column, Sequence<Phrase> Table);
