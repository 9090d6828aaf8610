using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Gradebooks;

/// <summary>A row a student: those of the roster in its order, then whom it does not name; without one, in the order of the submissions' names.</summary>
public static class Gradebook
{
    /// <param name="results">In the order of their names.</param>
    /// <param name="roster">Null where there is none.</param>
    /// <param name="isWhole">All submissions of the class are here: a student without one has handed in nothing.</param>
    public static Sequence<GradebookRow> Of(IReadOnlyCollection<ResultSummary> results, Roster? roster, bool isWhole)
    {
        var handedIn = results.SelectMany(result => result.Students.Items, (result, student) => (Result: result, Student: student)).ToList();
        var known = handedIn.Where(item => item.Student.IsKnown).GroupBy(item => item.Student.Id, StringComparer.Ordinal).ToList();
        if (roster is null)
            return [.. known.Select(group => Row(new(group.Key, group.First().Student.Name, "", "", 0, []), [.. group.Select(item => item.Result)]))];
        var byStudent = known.ToDictionary(group => group.Key, group => group.Select(item => item.Result).ToList(), StringComparer.Ordinal);
        return
        [
            .. roster.Students.Items.Where(student => isWhole || byStudent.ContainsKey(student.Id)).Select(student => Row(student, byStudent.GetValueOrDefault(student.Id) ?? [])),
            .. handedIn.Where(item => !item.Student.IsKnown).Select(item => Unknown(item.Student, item.Result)),
        ];
    }

    private static GradebookRow Row(Student student, IReadOnlyList<ResultSummary> results)
    {
        if (results is [var one])
            return Row(student, one);
        var names = string.Join(", ", results.Select(result => result.Name));
        return new(student.Id, student.Name, student.Email, student.Section, names, results.Count == 0 ? GradebookStatus.Missing : GradebookStatus.Several, results.Any(result => result.IsLate), null, [], results.Count == 0 ? "" : $"{results.Count} submissions; leave the one that counts in the folder");
    }

    private static GradebookRow Row(Student student, ResultSummary result) => new(
        student.Id,
        student.Name,
        student.Email,
        student.Section,
        result.Name,
        result.Error is not null ? GradebookStatus.Error : result.NeedsReview ? GradebookStatus.NeedsReview : GradebookStatus.Graded,
        result.IsLate,
        result.Error is null ? result.Points : null,
        result.Questions,
        result.Error?.Message ?? "") { Decided = result.Decided };

    private static GradebookRow Unknown(MatchedAuthor student, ResultSummary result) =>
        Row(new(student.Id, student.Name, "", "", 0, []), result) with { Status = GradebookStatus.Unknown, Message = result.Error is null ? student.Problem : $"{student.Problem}; {result.Error.Message}" };
}
