using Grader.Classroom.Gradebooks;
using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Exports;

/// <summary>A run's students and their points, with people's decisions, on their way to a learning platform.</summary>
/// <param name="Title">Of the assignment.</param>
/// <param name="Max">Points of the assignment; null where nothing was graded.</param>
/// <param name="Students">In the order of the gradebook.</param>
/// <param name="HasRoster">Without one, nothing says in which column of a platform a student's id stands.</param>
internal sealed record ExportedClass(string Title, string Assignment, decimal? Max, Sequence<ExportedStudent> Students, bool HasRoster)
{
    /// <param name="isFinalOnly">Whoever has points pending has none yet.</param>
    /// <exception cref="ClassroomException">There is no complete run of a whole class.</exception>
    public static ExportedClass Of(string run, bool isFinalOnly)
    {
        var manifest = RunFolder.ReadComplete(run);
        if (manifest.Inputs.Shard is { } shard)
            throw new ClassroomException(ClassroomFault.Usage, $"{run}: this is shard {shard} of a class. Put all together with grader merge, and export that.");
        var roster = manifest.Inputs.Roster.Length == 0 ? null : ReadRoster(Path.Combine(run, RunFolder.RosterName));
        var byId = roster?.Students.Items.ToDictionary(student => student.Id, StringComparer.Ordinal);
        var rows = Gradebook.Of(run, manifest).ToList();
        var students = rows.Select(row => new ExportedStudent(row, row.Status != GradebookStatus.Unknown && byId?.GetValueOrDefault(row.Student) is { } known ? known.Keys : []) { IsHeldBack = isFinalOnly && row.Points is { Pending: > 0 } });
        return new(manifest.Source.Title, manifest.Inputs.Assignment, rows.Select(row => row.Points?.Max).FirstOrDefault(max => max is not null), [.. students], roster is not null);
    }

    private static Roster ReadRoster(string path)
    {
        try
        {
            return RosterReader.Read(path, File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}: cannot be read ({error.Message.TrimEnd('.')}). A run with a roster keeps a copy there; put it back.");
        }
    }
}

/// <param name="Keys">What the roster knows the student by; empty without one, and of whom it does not name.</param>
internal sealed record ExportedStudent(GradebookRow Row, Sequence<AuthorKey> Keys)
{
    /// <summary>Points are pending, and only what is final is asked for.</summary>
    public bool IsHeldBack { get; init; }

    /// <summary>What the platform gets; null for nothing.</summary>
    public decimal? Points => IsHeldBack ? null : Row.Points?.Points;

    public bool IsPending => Row.Points is { Pending: > 0 };

    /// <summary>Whose it is, nobody knows.</summary>
    public bool IsUnknown => Row.Status == GradebookStatus.Unknown;

    public string Key(RosterColumn column) => Keys.Items.FirstOrDefault(key => key.Column == column).Text ?? "";

    /// <summary>Why there are no points.</summary>
    public string Reason => Row.Status switch
    {
        _ when IsHeldBack => "points are pending",
        GradebookStatus.Missing => "nothing was handed in",
        _ => Row.Message,
    };
}
