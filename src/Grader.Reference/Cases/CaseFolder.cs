using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Grader.Reference.Cases;

/// <summary>The files of an assignment as they are read, and their hash.</summary>
internal sealed class CaseFolder(ICaseSource source, ProblemList problems)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _read = new(StringComparer.Ordinal);

    public ProblemList Problems { get; } = problems;

    /// <returns>The bytes, or null with a problem at the text that names the file.</returns>
    public ReadOnlyMemory<byte>? Read(CaseText path)
    {
        if (Read(path.Text) is { } bytes)
            return bytes;
        Problems.Add(path.Place, $"There is no file \"{path.Text}\".", Suggestion.For(path.Text, source.Paths));
        return null;
    }

    public ReadOnlyMemory<byte>? Read(string path)
    {
        if (source.Read(path) is not { } bytes)
            return null;
        _read[path] = bytes;
        return bytes;
    }

    /// <summary>Over names and bytes of the files read, each with its length before it, in ordinal order; lower-case hexadecimal.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in _read.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(path));
            Append(hash, bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
