using Grader.Classroom.Gradebooks;
using Grader.Mathematics;

namespace Grader.Classroom.Exports;

/// <summary>What is told of an export.</summary>
internal static class ExportRemarks
{
    /// <param name="match">Null where the gradebook is made of the roster.</param>
    /// <param name="others">Of the platform.</param>
    public static Sequence<ExportRemark> Of(ExportedClass exported, PlatformFile? file, PlatformMatch? match, IEnumerable<ExportRemark> others)
    {
        var listed = match is null ? exported.Students.Items.Where(student => !student.IsUnknown).ToList() : [.. match.ByLine.OrderBy(item => item.Key).Select(item => item.Value)];
        var pending = listed.Where(student => student.IsPending).ToList();
        var strangers = file is null || match is null ? [] : file.Students.Values.Where(student => !match.ByLine.ContainsKey(student.Line) && !match.InDoubt.Contains(student.Line)).OrderBy(student => student.Line).ToList();
        return
        [
            .. Some("Lines of the gradebook with problems", file?.Problems.Items ?? []),
            .. others,
            .. pending.Count == 0 ? [] : (ExportRemark[])[new($"{Counted(pending.Count)} points pending: {(pending[0].IsHeldBack ? "nothing is written for them" : "what is written is what is sure; --final-only leaves them out")}.", [])],
            .. Some("Students without points, left as they are", listed.Where(student => student.Points is null && !student.IsHeldBack).Select(student => $"{student.Row.Student}: no points: {student.Reason}")),
            .. Some("Students of the gradebook who are not in the run, left as they are", strangers.Select(student => $"{file!.Name}:{student.Line}: {student.Id} ({student.Name}) is not in the run")),
            .. Some("Students of the run with points whom the gradebook does not list", match?.NotListed.Where(HasPoints).Select(student => $"{student.Row.Student}: not in {file!.Name}") ?? []),
            .. Some("Students with points of whom it is not certain which line is theirs", match?.Doubtful.Where(item => HasPoints(item.Student)).Select(item => $"{item.Student.Row.Student}: {item.Why}; nothing is written") ?? []),
            .. Some("Submissions with points by nobody whom the roster names", exported.HasRoster ? exported.Students.Items.Where(student => student.IsUnknown && HasPoints(student)).Select(student => $"{student.Row.Submission}: {student.Row.Message}") : []),
        ];
    }

    public static IEnumerable<ExportRemark> Some(string counted, IEnumerable<string> each) => each.ToSequence() is { Count: > 0 } items ? [new(counted, items)] : [];

    private static bool HasPoints(ExportedStudent student) => student.Row.Points is not null;

    private static string Counted(int count) => count == 1 ? "1 student has" : $"{count} students have";
}
