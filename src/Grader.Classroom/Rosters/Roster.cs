using Grader.Classroom.Layouts;
using Grader.Mathematics;

namespace Grader.Classroom.Rosters;

/// <summary>What a column of a roster holds.</summary>
public enum RosterColumn
{
    /// <summary>The university's number of the student.</summary>
    Id,

    Login,
    Email,

    /// <summary>Canvas' own number of the user.</summary>
    Canvas,

    /// <summary>The participant's number in a grading worksheet of Moodle.</summary>
    Moodle,

    GitHub,

    /// <summary>Two students may have the same.</summary>
    Name,
}

/// <summary>The students of a class, in the order of the file.</summary>
/// <param name="Problems">Rows that are there twice, or say nothing; each with file and line.</param>
public sealed record Roster(Sequence<Student> Students, Sequence<string> Problems);

/// <param name="Id">What the student goes by in the gradebook: the first that is there of number, login, address, GitHub's name, the platform's number, name.</param>
/// <param name="Line">In the roster, 1-based.</param>
/// <param name="Keys">All that the student is known by.</param>
public sealed record Student(string Id, string Name, string Email, string Section, int Line, Sequence<AuthorKey> Keys);
