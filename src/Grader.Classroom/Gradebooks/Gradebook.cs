using Grader.Classroom.Decisions;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Gradebooks;

/// <summary>
/// A row a student, of a run's results with the decisions of people: those of the roster in its order, then whom it does not name; without one, in the order of the submissions' names.
/// Results are read where they stand, so that a class of any size takes little memory.
/// </summary>
public static class Gradebook
{
    /// <param name="run">Its results are written.</param>
    /// <param name="roster">Null where there is none.</param>
    /// <param name="isWhole">All submissions of the class are here: a student without one has handed in nothing.</param>
    /// <exception cref="ClassroomException">The run's files are not there, or damaged.</exception>
    public static IEnumerable<GradebookRow> Of(string run, Roster? roster, bool isWhole)
    {
        using var results = DecidedResults.Open(run);
        var (first, several, unknown) = PlacesOf(results);
        if (roster is not null)
        {
            foreach (var student in roster.Students.Items.Where(student => isWhole || first.ContainsKey(student.Id)))
                yield return RowOf(student);
            foreach (var result in unknown.Select(results.At))
            {
                foreach (var student in result.Students.Items.Where(student => !student.IsKnown))
                    yield return Unknown(student, result);
            }
            yield break;
        }
        foreach (var (place, result) in results.All())
        {
            foreach (var student in result.Students.Items.DistinctBy(student => student.Id).Where(student => first[student.Id] == place))
                yield return several.ContainsKey(student.Id) ? RowOf(Nameless(student)) : Row(Nameless(student), result);
        }

        GradebookRow RowOf(Student student) => several.TryGetValue(student.Id, out var places)
            ? Several(student, [.. places.Select(results.At)])
            : first.TryGetValue(student.Id, out var place) ? Row(student, results.At(place)) : Missing(student);
    }

    /// <summary>The rows of a complete run.</summary>
    /// <exception cref="ClassroomException">The run's files are not there, or damaged.</exception>
    public static IEnumerable<GradebookRow> Of(string run, RunManifest manifest) => Of(run, RosterOf(run, manifest), manifest.Inputs.Shard is null);

    internal static Roster? RosterOf(string run, RunManifest manifest) => manifest.Inputs.Roster.Length == 0 ? null : RosterReader.Read(RunFolder.RosterName, File.ReadAllBytes(Path.Combine(run, RunFolder.RosterName)));

    /// <summary>Where each student's first result stands, all of those who have several, and those by nobody whom the roster names.</summary>
    private static (Dictionary<string, LinePlace> First, Dictionary<string, List<LinePlace>> Several, List<LinePlace> Unknown) PlacesOf(DecidedResults results)
    {
        var (first, several, unknown) = (new Dictionary<string, LinePlace>(StringComparer.Ordinal), new Dictionary<string, List<LinePlace>>(StringComparer.Ordinal), new List<LinePlace>());
        foreach (var (place, result) in results.Undecided())
        {
            if (result.Students.Items.Any(student => !student.IsKnown))
                unknown.Add(place);
            foreach (var student in result.Students.Items.Where(student => student.IsKnown))
            {
                if (first.TryAdd(student.Id, place))
                    continue;
                if (!several.TryGetValue(student.Id, out var places))
                    several[student.Id] = places = [first[student.Id]];
                places.Add(place);
            }
        }
        return (first, several, unknown);
    }

    private static Student Nameless(MatchedAuthor student) => new(student.Id, student.Name, "", "", 0, []);

    private static GradebookRow Missing(Student student) => new(student.Id, student.Name, student.Email, student.Section, "", GradebookStatus.Missing, false, null, [], "");

    private static GradebookRow Several(Student student, IReadOnlyList<ResultSummary> results) =>
        new(student.Id, student.Name, student.Email, student.Section, string.Join(", ", results.Select(result => result.Name)), GradebookStatus.Several, results.Any(result => result.IsLate), null, [], $"{results.Count} submissions; leave the one that counts in the folder");

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
        Row(Nameless(student), result) with { Status = GradebookStatus.Unknown, Message = result.Error is null ? student.Problem : $"{student.Problem}; {result.Error.Message}" };
}
