using System.Security.Cryptography;
using System.Text;
using Grader.Classroom.Decisions;
using Grader.Classroom.Gradebooks;
using Grader.Classroom.Rosters;

namespace Grader.Classroom.Runs;

/// <summary>
/// The folder of a run: plain files. While it is under way <c>journal.jsonl</c> grows; in the end that becomes <c>results.jsonl</c>, and beside it stand <c>gradebook.csv</c>, <c>roster.csv</c> and
/// <c>run.json</c>. One process at a time has it.
/// </summary>
public sealed class RunFolder : IDisposable
{
    public const string Results = "results.jsonl";
    public const string GradebookName = "gradebook.csv";
    public const string RosterName = "roster.csv";
    public const string Manifest = "run.json";
    private const string JournalName = "journal.jsonl";
    private const string LockName = ".lock";

    // What a system says of a file that another process has: EAGAIN, ERROR_SHARING_VIOLATION.
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    /// <summary>The first that is written: a kill leaves this alone.</summary>
    private const string Unfinished = Manifest + ".tmp";

    private readonly FileStream _lock;

    private RunFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    /// <summary>Opens it for this process alone, and makes it where there is none.</summary>
    /// <exception cref="ClassroomException">It cannot be written, another process has it, or something else stands there.</exception>
    public static RunFolder Open(string path)
    {
        if (File.Exists(path))
            throw new ClassroomException(ClassroomFault.Usage, $"{path}: this is a file. Give -o a folder for the run.");
        if (Guarded(path, () => Directory.Exists(path) && !File.Exists(System.IO.Path.Combine(path, Manifest)) && Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) is not (LockName or JournalName or Unfinished))))
            throw new ClassroomException(ClassroomFault.Usage, $"{path}: other files stand here, and no {Manifest}: this is no run's folder. Give -o a folder that is empty or not there yet.");
        return Guarded(path, () =>
        {
            Directory.CreateDirectory(path);
            return new RunFolder(path, Lock(path));
        });
    }

    /// <exception cref="ClassroomException">It is not there, or is not complete.</exception>
    public static RunManifest ReadComplete(string path)
    {
        var file = System.IO.Path.Combine(path, Manifest);
        if (!File.Exists(file))
            throw new ClassroomException(ClassroomFault.Usage, $"{path}: there is no {Manifest} here. Give the folder of a run: what grader grade was given with -o.");
        var manifest = RunManifest.Read(file);
        return manifest.IsComplete ? manifest : throw new ClassroomException(ClassroomFault.Usage, $"{path}: this run is not complete. Give the command that began it once more: it goes on where it stopped.");
    }

    /// <summary>What was begun or done here earlier; null for nothing.</summary>
    public RunManifest? ReadManifest() => File.Exists(PathOf(Manifest)) ? RunManifest.Read(PathOf(Manifest)) : null;

    /// <summary>Writes what a run begins with, where it is not there.</summary>
    /// <param name="roster">Its bytes; of a run without one none are written.</param>
    internal void Begin(RunManifest manifest, ReadOnlyMemory<byte> roster)
    {
        // First what says whose folder it is: killed behind the roster, that would look like somebody's own file.
        if (!File.Exists(PathOf(Manifest)))
            Write(Manifest, manifest.Write());
        if (manifest.Inputs.Roster.Length > 0 && HashOf(PathOf(RosterName)) != manifest.Inputs.Roster)
            Write(RosterName, stream => stream.Write(roster.Span));
    }

    internal Journal OpenJournal() => Guarded(Path, () => Journal.Open(PathOf(JournalName)));

    /// <summary>Forgets all that was done here, but not what people decided.</summary>
    /// <exception cref="ClassroomException">There are decisions.</exception>
    public void Clear() => Guarded(Path, () =>
    {
        if (File.Exists(PathOf(Ledger.FileName)))
            throw new ClassroomException(ClassroomFault.Usage, $"{Path}: {Ledger.FileName} holds what people decided here, and --restart would forget what it is about. Grade by a changed key with grader regrade, or give another folder with -o.");
        // The manifest last: a kill in between leaves a run's folder still.
        foreach (var name in (string[])[JournalName, Results, GradebookName, RosterName, Decisions.Rubrics.FileName, Manifest])
            File.Delete(PathOf(name));
    });

    public void DeleteJournal() => Guarded(Path, () => File.Delete(PathOf(JournalName)));

    public void Write(string name, string text) => Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Replaces a file by one that is whole.</summary>
    /// <returns>Its SHA-256, lower-case hexadecimal.</returns>
    public string Write(string name, Action<Stream> content) => Guarded(Path, () =>
    {
        var (path, temporary) = (PathOf(name), PathOf(name) + ".tmp");
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
        {
            content(stream);
            stream.Flush(flushToDisk: true);
            stream.Position = 0;
            File.Move(temporary, path, overwrite: true);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
    });

    /// <summary>Writes the files of a finished run: results, gradebook, and last what says that they are whole.</summary>
    /// <param name="manifest">Of the run as it was begun.</param>
    /// <param name="roster">Null for none.</param>
    /// <param name="write">Writes the lines.</param>
    internal RunTally Complete(RunManifest manifest, Roster? roster, Rubrics rubrics, RunEffort? effort, Action<Stream> write)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [Results] = Write(Results, write), [Decisions.Rubrics.FileName] = WriteRubrics(rubrics) };
        var tally = new RunTally();
        files[GradebookName] = Write(GradebookName, stream => tally = GradebookFile.Write(Path, roster, manifest.Inputs.Shard is null, stream));
        if (roster is not null)
            files[RosterName] = manifest.Inputs.Roster;
        Write(Manifest, (manifest with { Finished = DateTimeOffset.UtcNow, Files = files, Effort = effort }).Write());
        return tally;
    }

    /// <summary>Writes other results of the same submissions, and the gradebook that follows from them and the ledger.</summary>
    /// <param name="manifest">Of the run as it is now.</param>
    internal void WriteResults(RunManifest manifest, Rubrics rubrics, Action<Stream> write) => WriteGradebook(manifest with
    {
        Finished = DateTimeOffset.UtcNow,
        Files = new Dictionary<string, string>(manifest.Files, StringComparer.Ordinal) { [Decisions.Rubrics.FileName] = WriteRubrics(rubrics), [Results] = Write(Results, write) },
    });

    /// <summary>The rubrics of a complete run.</summary>
    /// <param name="ofKey">Those of its key, which are written where an earlier version wrote none.</param>
    public Rubrics Rubrics(Rubrics ofKey)
    {
        if (Decisions.Rubrics.Read(Path) is { Checks.Count: > 0 } rubrics)
            return rubrics;
        var manifest = ReadComplete(Path);
        Write(Manifest, (manifest with { Files = new Dictionary<string, string>(manifest.Files, StringComparer.Ordinal) { [Decisions.Rubrics.FileName] = WriteRubrics(ofKey) } }).Write());
        return ofKey;
    }

    private string WriteRubrics(Rubrics rubrics) => Write(Decisions.Rubrics.FileName, stream => stream.Write(Encoding.UTF8.GetBytes(rubrics.Write())));

    /// <summary>Writes the gradebook anew, as it follows from results and ledger.</summary>
    public RunTally WriteGradebook() => WriteGradebook(ReadComplete(Path));

    private RunTally WriteGradebook(RunManifest manifest)
    {
        var tally = new RunTally();
        var sha256 = Write(GradebookName, stream => tally = GradebookFile.Write(Path, manifest, stream));
        Write(Manifest, (manifest with { Files = new Dictionary<string, string>(manifest.Files, StringComparer.Ordinal) { [GradebookName] = sha256 } }).Write());
        return tally;
    }

    /// <returns>SHA-256, lower-case hexadecimal; empty where there is no such file.</returns>
    public static string HashOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>What the disk refuses, as a message.</summary>
    internal static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        // .NET tells a file that is too large for its disk as an argument out of range.
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" })
        {
            throw Unwritable(path, error);
        }
    }

    internal static void Guarded(string path, Action work) => Guarded(path, () =>
    {
        work();
        return true;
    });

    internal static ClassroomException Unwritable(string path, Exception error) =>
        new(ClassroomFault.Outside, $"{path}: cannot be written ({error.Message.TrimEnd('.')}). What was finished is kept; make room or give another place, and give the same command again.");

    private string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Held by the system: a process that ends in whatever way leaves it.</summary>
    private static FileStream Lock(string path)
    {
        try
        {
            return new(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            throw new ClassroomException(ClassroomFault.Outside, $"{path}: another grader is at work in this folder. Wait until it has ended, or give another folder with -o.");
        }
    }
}
