using System.Security.Cryptography;
using System.Text;

namespace Grader.Cli.Sealing;

/// <summary>What opens a sealed assignment: 32 random bytes, or a passphrase.</summary>
internal sealed class SealKey
{
    public const string Variable = "GRADER_SEAL_KEY";

    private const int MostBytesOfFile = 4096;
    private const int RandomBytes = 32;
    // OWASP's figure for PBKDF2 with HMAC-SHA-256; a fifth of a second.
    private const int Iterations = 600_000;

    private readonly byte[] _secret;

    private SealKey(byte[] secret, bool isPassphrase) => (_secret, IsPassphrase) = (secret, isPassphrase);

    public bool IsPassphrase { get; }

    /// <summary>A new random key, as it is written: base64.</summary>
    public static string NewText() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Base64 of 32 bytes is a random key; any other text is a passphrase.</summary>
    public static SealKey Of(string text)
    {
        var bytes = new byte[RandomBytes];
        return text.Length == (RandomBytes + 2) / 3 * 4 && Convert.TryFromBase64String(text, bytes, out var count) && count == RandomBytes ? new(bytes, isPassphrase: false) : new(Encoding.UTF8.GetBytes(text), isPassphrase: true);
    }

    /// <summary>The key of a file or, where none is named, of the environment.</summary>
    /// <returns>Null where none is given.</returns>
    /// <exception cref="GraderException">The file cannot be read, or holds no key.</exception>
    public static SealKey? Given(string? keyFile)
    {
        if (keyFile is not null)
            return Read(keyFile);
        return Environment.GetEnvironmentVariable(Variable)?.Trim() is { Length: > 0 } text ? Of(text) : null;
    }

    /// <summary>The secret from which a file's keys are derived; a passphrase is stretched.</summary>
    public byte[] Stretch(ReadOnlySpan<byte> salt) => IsPassphrase
        ? Rfc2898DeriveBytes.Pbkdf2(_secret, salt, Iterations, HashAlgorithmName.SHA256, RandomBytes)
        : HKDF.Extract(HashAlgorithmName.SHA256, _secret, salt.ToArray());

    /// <summary>Why nothing should be sealed with it; null where it is strong.</summary>
    public string? Weakness() => IsPassphrase && PassphraseStrength.IsWeak(Encoding.UTF8.GetString(_secret))
        ? "this passphrase can be guessed, and whoever has the sealed file has all the time to. Make a random key with `grader seal --new-key FILE`, or take five random words or more."
        : null;

    private static SealKey Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[MostBytesOfFile + 1];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count > MostBytesOfFile)
                throw new GraderException(ExitCode.WrongCase, $"{file}: larger than {MostBytesOfFile} bytes, so no key. Give the file that `grader seal --new-key` wrote.");
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, count).Trim('\uFEFF', ' ', '\t', '\r', '\n') is { Length: > 0 } text
                ? Of(text)
                : throw new GraderException(ExitCode.WrongCase, $"{file}: holds no key. Give the file that `grader seal --new-key` wrote.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GraderException(ExitCode.WrongCase, error is DecoderFallbackException ? $"{file}: is no text, so no key. Give the file that `grader seal --new-key` wrote." : $"{file}: the key cannot be read ({error.Message.TrimEnd('.')}). Give --key-file a file that holds it, or set {Variable}.");
        }
    }
}
