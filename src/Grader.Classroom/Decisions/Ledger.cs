using System.Text;
using System.Text.Json;
using Grader.Classroom.Runs;
using Grader.Mathematics;
using Grader.Reports;
using static Grader.Classroom.JsonMembers;

namespace Grader.Classroom.Decisions;

/// <summary>
/// <c>ledger.jsonl</c> of a run: what people decided, and by which key the class was regraded, a line each. Lines are only added, so that the last decision of a check holds and the earlier ones can
/// still be read. It is the one file beside <c>run.json</c> that has times.
/// </summary>
/// <param name="Decisions">All, in their order.</param>
public sealed record Ledger(Sequence<Decision> Decisions)
{
    public const string FileName = "ledger.jsonl";
    private const string Schema = "grader/ledger/v1";

    /// <summary>Those that hold, by submission and check.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Decision>> BySubmission => _bySubmission ??= Decisions.Items
        .GroupBy(decision => decision.Submission, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Decision>)[.. group.GroupBy(decision => decision.Check, StringComparer.Ordinal).Select(Holding)], StringComparer.Ordinal);

    private IReadOnlyDictionary<string, IReadOnlyList<Decision>>? _bySubmission;

    /// <exception cref="ClassroomException">It cannot be read, or a line is no entry.</exception>
    public static Ledger Read(string run)
    {
        var path = Path.Combine(run, FileName);
        if (!File.Exists(path))
            return new([]);
        var decisions = new List<Decision>();
        var number = 0;
        try
        {
            // What a kill has torn has no line end, and is none.
            var text = File.ReadAllText(path, Encoding.UTF8);
            foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                number++;
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                if (Text(root, "schema") != Schema)
                    throw new JsonException($"its schema is not {Schema}");
                if (Text(root, "kind") is "override" or "kept")
                    decisions.Add(new(Text(root, "submission"), Text(root, "check"), root.GetProperty("points").GetDecimal(), Text(root, "reason")) { IsFloor = Text(root, "kind") == "kept" });
            }
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}:{number}: this line is no entry of a ledger ({error.Message.TrimEnd('.')}). It was changed by hand or damaged; mend the line.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}: cannot be read ({error.Message.TrimEnd('.')}). Check its permissions.");
        }
        return new(decisions.ToSequence());
    }

    /// <param name="by">Whom of the class it is about, for those who read the file.</param>
    public static byte[] Entry(Decision decision, string by, DateTimeOffset time) => Line(decision.IsFloor ? "kept" : "override", time, json =>
    {
        JsonText.Write(json, "submission", decision.Submission);
        JsonText.Write(json, "student", by);
        JsonText.Write(json, "check", decision.Check);
        json.WriteNumber("points", decision.Points);
        JsonText.Write(json, "reason", decision.Reason);
    });

    /// <summary>That a class was regraded, and whose points it changed.</summary>
    public static byte[] Entry(RegradeDifference difference, DateTimeOffset time) => Line("regrade", time, json =>
    {
        json.WriteString("fromKey", difference.From.Key);
        json.WriteString("toKey", difference.To.Key);
        json.WriteString("fromGrader", difference.From.Grader);
        json.WriteString("toGrader", difference.To.Grader);
        JsonText.Write(json, "changes", difference.Students, change =>
        {
            JsonText.Write(json, "submission", change.Submission);
            json.WriteNumber("was", change.Was.Points);
            json.WriteNumber("is", change.Is.Points);
        });
    });

    /// <summary>Adds entries, each whole, safe on the disk when it returns.</summary>
    internal static void Append(string run, IEnumerable<byte[]> entries) => RunFolder.Guarded(run, () =>
    {
        using var stream = new FileStream(Path.Combine(run, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        stream.SetLength(WholeLength(stream));
        stream.Position = stream.Length;
        foreach (var entry in entries)
        {
            stream.Write(entry);
            stream.WriteByte((byte)'\n');
        }
        stream.Flush(flushToDisk: true);
        return true;
    });

    /// <summary>Its whole lines; none where there is no such file.</summary>
    internal static ReadOnlySpan<byte> ReadBytes(string run)
    {
        var path = Path.Combine(run, FileName);
        ReadOnlySpan<byte> bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return bytes[..(bytes.LastIndexOf((byte)'\n') + 1)];
    }

    /// <summary>A person's points hold as they are; points that are kept hold where they are more than an earlier decision's.</summary>
    private static Decision Holding(IEnumerable<Decision> ofCheck) =>
        ofCheck.Aggregate((earlier, later) => !later.IsFloor ? later : !earlier.IsFloor || earlier.Points > later.Points ? earlier : later);

    private static long WholeLength(FileStream stream)
    {
        var whole = 0L;
        foreach (var (offset, line) in Lines.Of(stream))
            whole = offset + line.Length + 1;
        return whole;
    }

    private static byte[] Line(string kind, DateTimeOffset time, Action<Utf8JsonWriter> members) => JsonText.Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("kind", kind);
        json.WriteString("time", RunManifest.Time(time));
        members(json);
        json.WriteEndObject();
    });
}

/// <summary>Points of a check that a person gives, or that a regrade does not lower.</summary>
/// <param name="Submission">Its name.</param>
public sealed record Decision(string Submission, string Check, decimal Points, string Reason)
{
    /// <summary>The program may give more.</summary>
    public bool IsFloor { get; init; }
}
