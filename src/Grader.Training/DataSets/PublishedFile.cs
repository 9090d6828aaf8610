using System.Security.Cryptography;

namespace Grader.Training.DataSets;

/// <summary>A file as its authors publish it.</summary>
/// <param name="Md5">As they publish it, lower-case hexadecimal. It tells a broken download, and guards against nothing else.</param>
public sealed record PublishedFile(string Name, string Md5)
{
    /// <exception cref="DataException">The file is another one.</exception>
    public void Check(string path, bool acceptOther)
    {
        using var stream = File.OpenRead(path);
        // The published checksums are of this kind.
#pragma warning disable CA5351
        var found = Convert.ToHexStringLower(MD5.HashData(stream));
#pragma warning restore CA5351
        if (found != Md5 && !acceptOther)
            throw new DataException($"{path}: its MD5 is {found}, and the published file's is {Md5}: it is broken, or another one. Get it again, or write --accept-data to train on it as it is.");
    }
}
