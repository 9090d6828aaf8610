using Grader.Classroom.Rosters;
using Grader.Mathematics;

namespace Grader.Classroom.Layouts;

/// <summary>What stands in the folder of a class.</summary>
/// <param name="Name">In the folder, without a path.</param>
public readonly record struct ClassItem(string Name, bool IsFolder);

/// <summary>A submission of the class: what it is made of, and whose its name says it is.</summary>
/// <param name="Name">Of its file or folder; of several files, what their names have in common. No two submissions of a class have the same.</param>
/// <param name="Files">One file or folder, or several files.</param>
/// <param name="Authors">One, or those of a group.</param>
public sealed record ClassSubmission(string Name, Sequence<ClassFile> Files, Sequence<Author> Authors)
{
    /// <summary>The learning platform marked it as late.</summary>
    public bool IsLate { get; init; }
}

/// <param name="Name">In the class's folder.</param>
/// <param name="UploadedAs">What the student called it.</param>
public readonly record struct ClassFile(string Name, string UploadedAs);

/// <summary>Who handed in, by what the platform wrote beside it.</summary>
/// <param name="Id">What a student goes by whom no roster names.</param>
/// <param name="Name">As it is shown; empty where it is not known.</param>
/// <param name="Keys">What is looked up in a roster, the most telling first.</param>
public sealed record Author(string Id, string Name, Sequence<AuthorKey> Keys);

/// <param name="Column">In which column of a roster it may stand.</param>
public readonly record struct AuthorKey(RosterColumn Column, string Text);
