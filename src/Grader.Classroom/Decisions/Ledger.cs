using System.Text;
using System.Text.Json;
using Grader.Classroom.Runs;
using Grader.Mathematics;
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
    internal const string Schema = "grader/ledger/v1";

    private IReadOnlyDictionary<string, IReadOnlyList<Decision>>? _bySubmission;

    /// <summary>Those on a submission, in their order.</summary>
    public IReadOnlyList<Decision> On(string submission) => (_bySubmission ??= Decisions.Items
        .GroupBy(decision => decision.Submission, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Decision>)[.. group], StringComparer.Ordinal)).GetValueOrDefault(submission) ?? [];

    /// <summary>A result with the decisions that hold.</summary>
    internal ResultSummary Apply(ResultSummary summary, ReadOnlyMemory<byte> line, Rubrics rubrics) => On(summary.Name) is { Count: > 0 } decisions ? DecidedResults.With(summary, line, decisions, rubrics) : summary;

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
                if (LedgerEntry.Read(root) is { } decision)
                    decisions.Add(decision);
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

    /// <summary>Adds entries, each whole, safe on the disk when it returns; where the disk refuses one, none is there.</summary>
    internal static void Append(string run, IEnumerable<byte[]> entries) => RunFolder.Guarded(run, () =>
    {
        using var stream = new FileStream(Path.Combine(run, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var whole = WholeLength(stream);
        try
        {
            stream.SetLength(whole);
            stream.Position = whole;
            foreach (var entry in entries)
            {
                stream.Write(entry);
                stream.WriteByte((byte)'\n');
            }
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            stream.SetLength(whole);
            throw;
        }
    });

    /// <summary>Its whole lines; none where there is no such file.</summary>
    internal static ReadOnlySpan<byte> ReadBytes(string run)
    {
        var path = Path.Combine(run, FileName);
        ReadOnlySpan<byte> bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return bytes[..(bytes.LastIndexOf((byte)'\n') + 1)];
    }

    /// <returns>In bytes; 0 where there is none.</returns>
    internal static long LengthOf(string run) => new FileInfo(Path.Combine(run, FileName)) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>What a kill has torn has no line end: up to the last one there is.</summary>
    private static long WholeLength(FileStream stream)
    {
        for (var at = stream.Length; at > 0; at--)
        {
            stream.Position = at - 1;
            if (stream.ReadByte() == '\n')
                return at;
        }
        return 0;
    }
}
