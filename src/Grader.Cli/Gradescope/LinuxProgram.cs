using System.Buffers.Binary;

namespace Grader.Cli.Gradescope;

/// <summary>The native program for Linux on x64 that an autograder's image can run.</summary>
internal static class LinuxProgram
{
    private const string Advice = "Give --binary the native program for linux-x64: that of a release, or `dotnet publish src/Grader.Cli -c Release -r linux-x64 -o bin/native` makes bin/native/grader.";
    private const int MachineAt = 18;
    private const ushort X64 = 62;

    private static ReadOnlySpan<byte> Beginning => [0x7F, (byte)'E', (byte)'L', (byte)'F'];

    /// <param name="path">Null for the program that runs.</param>
    /// <exception cref="GraderException">It is none.</exception>
    public static byte[] Read(string? path)
    {
        if (path is null && File.Exists(Path.Combine(AppContext.BaseDirectory, "grader.dll")))
            throw new GraderException(ExitCode.WrongUsage, $"This program is not the native one, and cannot go into the zip. {Advice}");
        path ??= Environment.ProcessPath!;
        var bytes = ReadFile(path);
        if (!bytes.AsSpan().StartsWith(Beginning) || bytes.Length < MachineAt + 2 || BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(MachineAt)) != X64)
            throw new GraderException(ExitCode.WrongUsage, $"{path}: this is no program for Linux on x64, which Gradescope runs. {Advice}");
        if (File.Exists($"{path}.dll"))
            throw new GraderException(ExitCode.WrongUsage, $"{path}: this program needs {Path.GetFileName(path)}.dll beside it. {Advice}");
        return bytes;
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.WrongUsage, $"{path}: cannot be read ({error.Message.TrimEnd('.')}). {Advice}");
        }
    }
}
