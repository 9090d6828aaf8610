using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grader.Classroom.Runs;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reports;
using static Grader.Classroom.JsonMembers;

namespace Grader.Classroom.Decisions;

/// <summary>
/// <c>rubrics.json</c> of a run: the ideas that its checks of prose ask for, and what each is worth. Decisions name ideas, so that this file alone says what they earn: other points, and all are
/// scored anew.
/// </summary>
/// <param name="Checks">By id; checks without ideas are not among them.</param>
public sealed record Rubrics(IReadOnlyDictionary<string, Sequence<RubricIdea>> Checks)
{
    public const string FileName = "rubrics.json";
    private const string Schema = "grader/rubrics/v1";

    public static Rubrics None { get; } = new(new Dictionary<string, Sequence<RubricIdea>>());

    public static Rubrics Of(Assignment assignment) => new(assignment.Questions.Items
        .SelectMany(question => question.Parts.Items).SelectMany(part => part.Checks.Items).OfType<RubricCheck>()
        .DistinctBy(check => check.Id)
        .ToDictionary(check => check.Id, check => check.Ideas.Items.Select(idea => new RubricIdea(idea.Id, idea.Say, PointsFormat.Json(idea.Share * check.Points))).ToSequence(), StringComparer.Ordinal));

    /// <summary>Of a check; none where it has no ideas.</summary>
    public Sequence<RubricIdea> this[string check] => Checks.GetValueOrDefault(check);

    /// <returns>Null where the run has no such file: it was made before there were any.</returns>
    /// <exception cref="ClassroomException">It is damaged.</exception>
    public static Rubrics? Read(string run)
    {
        var path = Path.Combine(run, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (Text(json.RootElement, "schema") != Schema)
                throw new JsonException($"its schema is not {Schema}");
            return new(json.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(
                check => Text(check, "id"),
                check => check.GetProperty("ideas").EnumerateArray().Select(idea => new RubricIdea(Text(idea, "id"), Text(idea, "say"), idea.GetProperty("points").GetDecimal())).ToSequence(),
                StringComparer.Ordinal));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
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
        JsonText.Write(json, "checks", Checks.OrderBy(check => check.Key, StringComparer.Ordinal), check =>
        {
            JsonText.Write(json, "id", check.Key);
            JsonText.Write(json, "ideas", check.Value, idea =>
            {
                JsonText.Write(json, "id", idea.Id);
                JsonText.Write(json, "say", idea.Say);
                json.WriteNumber("points", idea.Points);
            });
        });
        json.WriteEndObject();
    });

    /// <summary>What a person judges an answer by: what is asked, the right answer, and the ideas, but not what they are worth.</summary>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    public static string IdentityOf(GradedCheck check, Sequence<RubricIdea> ideas) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', [check.Kind, check.Ask, check.Expected, .. ideas.Items.SelectMany(idea => new[] { idea.Id, idea.Say })]))));
}

/// <param name="Say">The idea, for people.</param>
/// <param name="Points">What it is worth, rounded to four decimals.</param>
public sealed record RubricIdea(string Id, string Say, decimal Points);
