using Grader.Classroom.Decisions;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Mathematics;

namespace Grader.Classroom.Gradebooks;

/// <summary>
/// A row a student, of a run's results with the decisions of people: those of the roster in its order, then whom it does not name; without one, in the order of the submissions' names.
/// Results are read where they stand, so that a class of any size takes little memory.
/// </summary>
public sealed class Gradebook : IDisposable
{
    private readonly DecidedResults _results;
    private readonly Roster? _roster;
    private readonly bool _isWhole;
    private readonly Dictionary<string, LinePlace> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LinePlace>> _several = new(StringComparer.Ordinal);
    private readonly List<LinePlace> _unknown = [];

    private Gradebook(DecidedResults results, Roster? roster, bool isWhole) => (_results, _roster, _isWhole) = (results, roster, isWhole);

    /// <summary>Reads where each student's first result stands, all of those who have several, and those by nobody whom the roster names.</summary>
    /// <param name="run">Its results are written.</param>
    /// <param name="roster">Null where there is none.</param>
    /// <param name="isWhole">All submissions of the class are here: a student without one has handed in nothing.</param>
    /// <param name="count">Told each result, with the decisions of people.</param>
    internal static Gradebook Open(string run, Roster? roster, bool isWhole, Action<ResultSummary> count)
    {
        var book = new Gradebook(DecidedResults.Open(run), roster, isWhole);
        try
        {
            foreach (var (place, result) in book._results.All())
            {
                count(result);
                book.Add(place, result);
            }
            return book;
        }
        catch
        {
            book.Dispose();
            throw;
        }
    }

    /// <param name="run">Its results are written.</param>
    /// <param name="roster">Null where there is none.</param>
    /// <param name="isWhole">All submissions of the class are here: a student without one has handed in nothing.</param>
    /// <exception cref="ClassroomException">The run's files are not there, or damaged.</exception>
    public static IEnumerable<GradebookRow> Of(string run, Roster? roster, bool isWhole)
    {
        using var book = Open(run, roster, isWhole, _ => { });
        foreach (var row in book.Rows())
            yield return row;
    }

    internal IEnumerable<GradebookRow> Rows()
    {
        if (_roster is not null)
        {
            foreach (var student in _roster.Students.Items.Where(student => _isWhole || _first.ContainsKey(student.Id)))
                yield return RowOf(student);
            foreach (var result in _unknown.Select(_results.At))
            {
                foreach (var student in result.Students.Items.Where(student => !student.IsKnown))
                    yield return Unknown(student, result);
            }
            yield break;
        }
        foreach (var (place, result) in _results.All())
        {
            foreach (var student in result.Students.Items.DistinctBy(student => student.Id).Where(student => _first[student.Id] == place))
                yield return _several.ContainsKey(student.Id) ? RowOf(Nameless(student)) : Row(Nameless(student), result);
        }
    }

    public void Dispose() => _results.Dispose();

    /// <summary>The rows of a complete run.</summary>
    /// <exception cref="ClassroomException">The run's files are not there, or damaged.</exception>
    public static IEnumerable<GradebookRow> Of(string run, RunManifest manifest) => Of(run, RosterOf(run, manifest), manifest.Inputs.Shard is null);

    internal static Roster? RosterOf(string run, RunManifest manifest) => manifest.Inputs.Roster.Length == 0 ? null : RosterReader.Read(RunFolder.RosterName, File.ReadAllBytes(Path.Combine(run, RunFolder.RosterName)));

    private void Add(LinePlace place, ResultSummary result)
    {
        if (result.Students.Items.Any(student => !student.IsKnown))
            _unknown.Add(place);
        foreach (var student in result.Students.Items.Where(student => student.IsKnown))
        {
            if (_first.TryAdd(student.Id, place))
                continue;
            if (!_several.TryGetValue(student.Id, out var places))
                _several[student.Id] = places = [_first[student.Id]];
            places.Add(place);
        }
    }

    private GradebookRow RowOf(Student student) => _several.TryGetValue(student.Id, out var places)
        ? Several(student, [.. places.Select(_results.At)])
        : _first.TryGetValue(student.Id, out var place) ? Row(student, _results.At(place)) : Missing(student);

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
