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
        var source = new PlainCase(CaseFolder.Folder(assignment, root));
        var open = CaseFolder.Load(assignment, root, isPath: true);
        var files = CaseContents.Of(source);
        var packed = PackedCase.Pack(files);
        if (files.Sum(file => file.Bytes.Length + 8L + file.Path.Length) > SealedFile.MostBytes || packed.Length > SealedFile.MostBytes)
            throw new GraderException(ExitCode.WrongCase, $"{assignment}: its files are larger than {SealedFile.MostBytes >> 20} MiB together. Case files are small; keep data sets elsewhere.");
        // What would not come out again is told now, not when the key is needed.
        if (CaseReader.Read(new SealedCase(PackedCase.Unpack(packed))).Assignment?.Sha256 != open.Sha256)
            throw new GraderException(ExitCode.WrongCase, $"{assignment}: it names a file in a way that cannot be sealed. Write names of files with / between folders, and of its own folder.");
        return new(open.Id, files.Count, packed);
    }
}
