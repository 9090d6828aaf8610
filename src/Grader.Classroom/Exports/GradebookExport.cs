using Grader.Mathematics;

namespace Grader.Classroom.Exports;

/// <summary>A gradebook for a learning platform, and what a person must know before it is imported.</summary>
/// <param name="Text">CSV.</param>
/// <param name="Written">Students whose points it has.</param>
/// <param name="Listed">Students whom it lists.</param>
public sealed record GradebookExport(string Text, int Written, int Listed, Sequence<ExportRemark> Remarks);

/// <param name="Said">What they have in common; where there are none, a sentence that is all.</param>
/// <param name="Each">A line each.</param>
public sealed record ExportRemark(string Said, Sequence<string> Each);

/// <summary>What is asked for.</summary>
/// <param name="File">The platform's own export, by name and bytes; null to make one of the roster.</param>
/// <param name="Column">Which column is filled in; null for the one that is called like the assignment.</param>
/// <param name="IsFinalOnly">Whoever has points pending gets none yet.</param>
public sealed record ExportRequest(string Run, (string Name, ReadOnlyMemory<byte> Bytes)? File, string? Column, bool IsFinalOnly);
