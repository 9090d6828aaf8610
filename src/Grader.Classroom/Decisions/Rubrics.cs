using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reports;
using static Grader.Classroom.JsonMembers;

namespace Grader.Classroom.Decisions;

/// <summary>
/// <c>rubrics.json</c> of a run: its checks, and of those of prose the ideas that they ask for and what each is worth. Decisions name ideas, so that this file alone says what they earn: other points, and
/// all are scored anew.
/// </summary>
/// <param name="Checks">In the order of the assignment.</param>
public sealed record Rubrics(Sequence<CheckRubric> Checks)
{
    public const string FileName = "rubrics.json";
    private const string Schema = "grader/rubrics/v1";

    private Dictionary<string, CheckRubric>? _byId;

    public static Rubrics None { get; } = new([]);

    public static Rubrics Of(Assignment assignment) => new(assignment.Questions.Items
        .SelectMany(question => question.Parts.Items, (question, part) => (Question: question, Part: part))
        .SelectMany(item => item.Part.Checks.Items, (item, check) => new CheckRubric(
            check.Id,
            CheckRubric.Hash(item.Question.Text, item.Part.Text),
            check is RubricCheck rubric ? rubric.Ideas.Items.Select(idea => new RubricIdea(idea.Id, idea.Say, PointsFormat.Json(idea.Share * check.Points))).ToSequence() : []))
        .ToSequence());

    /// <summary>Of a check; one without ideas where it is not among them.</summary>
    public CheckRubric this[string check] => (_byId ??= Checks.Items.ToDictionary(rubric => rubric.Check, StringComparer.Ordinal)).GetValueOrDefault(check) ?? new(check, "", []);

    /// <returns><see cref="None"/> where the run has no such file: it was made before there were any.</returns>
    /// <exception cref="ClassroomException">It is damaged.</exception>
    public static Rubrics Read(string run)
    {
        var path = Path.Combine(run, FileName);
        if (!File.Exists(path))
            return None;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (Text(json.RootElement, "schema") != Schema)
                throw new JsonException($"its schema is not {Schema}");
            return new(json.RootElement.GetProperty("checks").EnumerateArray().Select(check => new CheckRubric(
                Text(check, "id"),
                Text(check, "text"),
                check.GetProperty("ideas").EnumerateArray().Select(idea => new RubricIdea(Text(idea, "id"), Text(idea, "say"), idea.GetProperty("points").GetDecimal())).ToSequence())).DistinctBy(check => check.Check).ToSequence());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}: these are no rubrics ({error.Message.TrimEnd('.')}). The file was changed or damaged; delete it, and grader regrade writes it again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}: cannot be read ({error.Message.TrimEnd('.')}). Check its permissions.");
        }
    }

    public string Write() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonText.Write(json, "checks", Checks, check =>
        {
            JsonText.Write(json, "id", check.Check);
            json.WriteString("text", check.Text);
            JsonText.Write(json, "ideas", check.Ideas, idea =>
            {
                JsonText.Write(json, "id", idea.Id);
                JsonText.Write(json, "say", idea.Say);
                json.WriteNumber("points", idea.Points);
            });
        });
        json.WriteEndObject();
    });
}

/// <param name="Check">Its id.</param>
/// <param name="Text">SHA-256 of the texts of its question and its part.</param>
/// <param name="Ideas">None where it is no check of prose.</param>
public sealed record CheckRubric(string Check, string Text, Sequence<RubricIdea> Ideas)
{
    /// <summary>What a person judges an answer by: the question, what is asked, the right answer, and the ideas, but not what they are worth. Who gives a number of points has seen of how many.</summary>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public string IdentityOf(GradedCheck check, Ruling ruling) => Hash(
        [Text, check.Kind, check.Ask, check.Expected, .. Ideas.Items.SelectMany(idea => new[] { idea.Id, idea.Say }), .. ruling is GivenPoints ? [check.Max.ToString("0.####", CultureInfo.InvariantCulture)] : Array.Empty<string>()]);

    internal static string Hash(params string[] texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))));
}

/// <param name="Say">The idea, for people.</param>
/// <param name="Points">What it is worth, rounded to four decimals.</param>
public sealed record RubricIdea(string Id, string Say, decimal Points);
