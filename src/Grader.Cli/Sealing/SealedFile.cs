using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Grader.Cli.Sealing;

/// <summary>
/// A file that only its key opens: a head of 50 bytes, AES-256-GCM of the contents, a tag of 16. The head is authenticated with the contents: eight bytes that begin every
/// such file, version, kind of key, salt, key check, nonce, length of the contents (big-endian). Salt and nonce are random, so sealing twice gives two files.
/// </summary>
internal static class SealedFile
{
    /// <summary>Of what is sealed.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    public const int MostBytesOfFile = HeadBytes + MostBytes + TagBytes;

    private const byte Version = 1;
    private const int VersionAt = 8;
    private const int KindAt = 9;
    private const int LengthAt = 46;
    private const int HeadBytes = 50;
    private const int TagBytes = 16;

    private static readonly Range Salt = 10..26;
    private static readonly Range Check = 26..34;
    private static readonly Range Nonce = 34..46;

    /// <summary>As PNG has them: what sends the file as text, or changes its line ends, changes these.</summary>
    private static ReadOnlySpan<byte> Beginning => [0x89, (byte)'G', (byte)'R', (byte)'S', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Beginning);

    public static byte[] Seal(ReadOnlySpan<byte> contents, SealKey key)
    {
        var file = new byte[HeadBytes + contents.Length + TagBytes];
        var head = file.AsSpan(0, HeadBytes);
        Beginning.CopyTo(head);
        head[VersionAt] = Version;
        head[KindAt] = Kind(key);
        RandomNumberGenerator.Fill(head[Salt]);
        RandomNumberGenerator.Fill(head[Nonce]);
        BinaryPrimitives.WriteInt32BigEndian(head[LengthAt..], contents.Length);
        var (cipherKey, check) = Keys(key, head[Salt]);
        check.CopyTo(head[Check]);
        using var cipher = new AesGcm(cipherKey, TagBytes);
        cipher.Encrypt(head[Nonce], contents, file.AsSpan(HeadBytes, contents.Length), file.AsSpan(HeadBytes + contents.Length), head);
        return file;
    }

    /// <param name="key">Null where none is given.</param>
    /// <param name="shown">The file, for messages.</param>
    /// <exception cref="GraderException">It is no sealed file, is damaged, or the key is not its.</exception>
    public static byte[] Open(ReadOnlySpan<byte> file, SealKey? key, string shown)
    {
        CheckHead(file, shown);
        if (key is null)
            throw Refused(shown, $"the assignment is sealed, and no key is given. Set {SealKey.Variable}, or give --key-file FILE. In CI {SealKey.Variable} is a secret, which runs from a fork do not get.");
        var head = file[..HeadBytes];
        if (head[KindAt] != Kind(key))
            throw Refused(shown, head[KindAt] == 0 ? "it was sealed with a random key, and a passphrase is given. Give the text that `grader seal --new-key` wrote, whole." : "it was sealed with a passphrase, and a random key is given.");
        var (cipherKey, check) = Keys(key, head[Salt]);
        if (!CryptographicOperations.FixedTimeEquals(check, head[Check]))
            throw Refused(shown, "this is not its key. Give the one that it was sealed with.");
        var contents = new byte[file.Length - HeadBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(cipherKey, TagBytes);
            cipher.Decrypt(head[Nonce], file[HeadBytes..^TagBytes], file[^TagBytes..], contents, head);
            return contents;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Refused(shown, "it was changed since it was sealed. Get it again, or seal the assignment anew.");
        }
    }

    public static GraderException Refused(string shown, string why) => new(ExitCode.WrongCase, $"{shown}: {why}");

    private static void CheckHead(ReadOnlySpan<byte> file, string shown)
    {
        if (!Begins(file))
        {
            throw Refused(shown, file.StartsWith(Beginning[..4])
                ? "its line ends were changed on the way. Write `*.sealed binary` in .gitattributes, or send it as it is, and get it again."
                : "this is no sealed assignment. Give the file that `grader seal` wrote, or the folder of an assignment.");
        }
        if (file.Length > VersionAt && file[VersionAt] != Version)
            throw Refused(shown, file[VersionAt] > Version ? $"it is of version {file[VersionAt]}, and this program opens version {Version}. Update the program: a later one sealed it." : $"it is of version {file[VersionAt]}, and this program opens version {Version}. Seal the assignment anew.");
        var length = file.Length < HeadBytes ? 0 : BinaryPrimitives.ReadInt32BigEndian(file[LengthAt..]);
        if (file.Length >= HeadBytes && (length is < 0 or > MostBytes || file[KindAt] > 1))
            throw Refused(shown, "it was changed since it was sealed. Get it again, or seal the assignment anew.");
        var whole = HeadBytes + length + TagBytes;
        if (file.Length < whole)
            throw Refused(shown, $"it is cut off: it has {file.Length} bytes of {(file.Length < HeadBytes ? "at least " : "")}{whole}. Get it again.");
        if (file.Length > whole)
            throw Refused(shown, $"{file.Length - whole} bytes stand behind its end. Get it again.");
    }

    private static byte Kind(SealKey key) => key.IsPassphrase ? (byte)1 : (byte)0;

    /// <summary>The cipher's key, and eight bytes that tell another key from a damaged file and say nothing of either.</summary>
    private static (byte[] Cipher, byte[] Check) Keys(SealKey key, ReadOnlySpan<byte> salt)
    {
        var secret = key.Stretch(salt);
        return (HKDF.Expand(HashAlgorithmName.SHA256, secret, 32, "grader seal 1 key"u8.ToArray()), HKDF.Expand(HashAlgorithmName.SHA256, secret, 8, "grader seal 1 check"u8.ToArray()));
    }
}
