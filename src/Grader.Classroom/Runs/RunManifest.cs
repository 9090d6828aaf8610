using System.Globalization;
using System.Text;
using System.Text.Json;
using Grader.Classroom.Shards;
using Grader.Reports;
using static Grader.Classroom.JsonMembers;

namespace Grader.Classroom.Runs;

/// <summary><c>run.json</c>: what a run was made of, when, and by which program. It alone has times, versions and paths.</summary>
/// <param name="Source">Where the class's folder was, the assignment, and the roster (empty for none), for those who replay it.</param>
/// <param name="Finished">Null while it is under way.</param>
/// <param name="Files">SHA-256 of the files of a finished run, by name.</param>
public sealed record RunManifest(RunInputs Inputs, RunSource Source, DateTimeOffset Started, DateTimeOffset? Finished, IReadOnlyDictionary<string, string> Files)
{
    private const string Schema = "grader/run/v1";

    /// <summary>Processor and wall time, of the process that finished it.</summary>
    public RunEffort? Effort { get; init; }

    public bool IsComplete => Finished is not null;

    public string Write() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("state", IsComplete ? "complete" : "running");
        json.WriteStartObject("inputs");
        JsonText.Write(json, "assignment", Inputs.Assignment);
        json.WriteString("key", Inputs.Key);
        json.WriteString("grader", Inputs.Grader);
        json.WriteString("converters", Inputs.Converters);
        json.WriteString("roster", Inputs.Roster);
        json.WriteNumber("submissions", Inputs.Submissions);
        json.WriteString("names", Inputs.Names);
        if (Inputs.Shard is { } shard)
            json.WriteString("shard", shard.ToString());
        json.WriteEndObject();
        json.WriteStartObject("source");
        JsonText.Write(json, "submissions", Source.Submissions);
        JsonText.Write(json, "assignment", Source.Assignment);
        JsonText.Write(json, "title", Source.Title);
        if (Source.Roster.Length > 0)
            JsonText.Write(json, "roster", Source.Roster);
        if (Source.Seconds > 0)
            json.WriteNumber("seconds", Source.Seconds);
        if (Source.MemoryMiB > 0)
            json.WriteNumber("memoryMiB", Source.MemoryMiB);
        json.WriteEndObject();
        json.WriteString("started", Time(Started));
        if (Finished is { } finished)
            json.WriteString("finished", Time(finished));
        if (Effort is { } effort)
        {
            json.WriteNumber("graded", effort.Graded);
            json.WriteNumber("jobs", effort.Jobs);
            json.WriteNumber("seconds", effort.Seconds);
            json.WriteNumber("processorSeconds", effort.ProcessorSeconds);
        }
        json.WriteStartObject("files");
        foreach (var (name, sha256) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            json.WriteString(name, sha256);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <exception cref="ClassroomException">It is not one.</exception>
    public static RunManifest Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path, Encoding.UTF8));
            var root = json.RootElement;
            if (Text(root, "schema") != Schema)
                throw new ClassroomException(ClassroomFault.Usage, $"{path}: its schema is “{Text(root, "schema")}”, not {Schema}. Give the folder of a run that this version of Grader wrote.");
            var (inputs, source) = (root.GetProperty("inputs"), root.GetProperty("source"));
            return new(
                new(Text(inputs, "assignment"), Text(inputs, "key"), Text(inputs, "grader"), Text(inputs, "converters"), Text(inputs, "roster"), inputs.GetProperty("submissions").GetInt32(), Text(inputs, "names"), Text(inputs, "shard") is { Length: > 0 } shard ? Shard.Parse(shard, static _ => null) : null),
                new(Text(source, "submissions"), Text(source, "assignment"), Text(source, "roster")) { Title = Text(source, "title"), Seconds = Number(source, "seconds"), MemoryMiB = Number(source, "memoryMiB") },
                DateTimeOffset.Parse(Text(root, "started"), CultureInfo.InvariantCulture),
                Text(root, "finished") is { Length: > 0 } finished ? DateTimeOffset.Parse(finished, CultureInfo.InvariantCulture) : null,
                root.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString() ?? "", StringComparer.Ordinal));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ClassroomException(ClassroomFault.Usage, $"{path}: this is no run.json of Grader ({error.Message.TrimEnd('.')}). Give another folder; or --restart grades all anew in this one.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}: cannot be read ({error.Message.TrimEnd('.')}). Check its permissions.");
        }
    }

    private static int Number(JsonElement item, string name) => item.TryGetProperty(name, out var number) ? number.GetInt32() : 0;

    /// <summary>As files of a run have it: UTC, to the second.</summary>
    internal static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <param name="Submissions">The class's folder; of a merged run empty.</param>
/// <param name="Assignment">As it was given, or the folder.</param>
public sealed record RunSource(string Submissions, string Assignment, string Roster)
{
    /// <summary>Of the assignment.</summary>
    public string Title { get; init; } = "";

    /// <summary>How long one submission might take; 0 where it is not known.</summary>
    public int Seconds { get; init; }

    /// <summary>How much memory grading might take; 0 where it is not known.</summary>
    public int MemoryMiB { get; init; }
}

/// <param name="Graded">By this process; others were done before.</param>
public sealed record RunEffort(int Graded, int Jobs, double Seconds, double ProcessorSeconds);
