using Grader.Cli.Files;
using Grader.Reference;

namespace Grader.Cli.Sealing;

/// <summary>An open assignment, ready to be sealed.</summary>
/// <param name="Files">How many files it has.</param>
internal sealed record SealableCase(string Id, int Files, byte[] Packed)
{
    /// <exception cref="GraderException">There is no such assignment, it has problems, is sealed already, or would not be the same when sealed.</exception>
    public static SealableCase Read(string assignment)
    {
        var root = ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder;
        var folder = CaseFolder.Folder(assignment, root);
        var source = new PlainCase(folder);
        return Of(source, CaseFolder.Load(source, folder, ""), assignment);
    }

    /// <param name="read">As it was read from <paramref name="source"/>.</param>
    /// <param name="shown">The assignment, for messages.</param>
    public static SealableCase Of(ICaseSource source, Assignment read, string shown)
    {
        var files = CaseContents.Of(source);
        var packed = PackedCase.Pack(files);
        if (files.Sum(file => file.Bytes.Length + 8L + file.Path.Length) > SealedFile.MostBytes || packed.Length > SealedFile.MostBytes)
            throw new GraderException(ExitCode.WrongCase, $"{shown}: its files are larger than {SealedFile.MostBytes >> 20} MiB together. Case files are small; keep data sets elsewhere.");
        // What would not come out again is told now, not when the key is needed.
        if (CaseReader.Read(new SealedCase(PackedCase.Unpack(packed))).Assignment?.Sha256 != read.Sha256)
            throw new GraderException(ExitCode.WrongCase, $"{shown}: it names a file in a way that cannot be sealed. Write names of files with / between folders, and of its own folder.");
        return new(read.Id, files.Count, packed);
    }
}
