using System.Runtime.InteropServices;

namespace Grader.Training.Native;

/// <summary>Loads libtorch, and says the true reason where it cannot: TorchSharp itself speaks of a missing package reference, whatever it is.</summary>
public static class TorchLibrary
{
    // In the order in which they need each other.
    private static readonly string[] Names = ["c10", "torch_cpu", "LibTorchSharp"];

    /// <returns>Null where it loads; else what was found, what is needed and how to get it.</returns>
    public static string? Trouble()
    {
        foreach (var name in Names)
        {
            if (Find(FileName(name)) is not { } path)
                return $"{FileName(name)} is not beside the program. It is part of the package libtorch-cpu of this platform: run `dotnet restore` and build again.";
            if (CutOff(path) is { } cutOff)
                return cutOff;
            try
            {
                NativeLibrary.Load(path);
            }
            catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
            {
                return $"{FileName(name)} cannot be loaded: {Reason(error.Message)}";
            }
        }

        return null;
    }

    /// <summary>Looks at all libraries of the folder, since the loader brings in what a library needs from beside it.</summary>
    /// <returns>Null where none is.</returns>
    internal static string? CutOff(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        foreach (var library in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.so*").Order(StringComparer.Ordinal))
        {
            using var file = File.OpenRead(library);
            if (ElfFile.Length(file) is { } length && length > file.Length)
                return $"{library} is cut off: it has {file.Length} of {length} bytes. The disk was full, perhaps, or a copy was broken off. Delete it and build again; where the package in ~/.nuget/packages is cut off, too, delete that and run `dotnet restore` before.";
        }

        return null;
    }

    internal static string Reason(string message)
    {
        var line = message.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(line => line.Contains("version `", StringComparison.Ordinal) || line.Contains("cannot open", StringComparison.Ordinal))
            // What the loader itself said stands last.
            ?? message.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(message);
        var advice = line.Contains("GLIBCXX", StringComparison.Ordinal)
            ? " It needs the libstdc++ of GCC 13 or newer (GLIBCXX_3.4.32); on Debian 12 run .ci/libstdcxx as root."
            : line.Contains("cuda", StringComparison.OrdinalIgnoreCase) ? " It needs NVIDIA's driver for CUDA 12.8." : "";
        return line.Trim().TrimEnd('.') + "." + advice;
    }

    private static string FileName(string name) => OperatingSystem.IsWindows() ? name + ".dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";

    private static string? Find(string file)
    {
        var own = AppContext.BaseDirectory;
        string[] folders = [own, Path.Combine(own, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"), Path.Combine(own, "runtimes", PortableIdentifier, "native")];
        return folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    private static string PortableIdentifier =>
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-") + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
}
