namespace Grader.Training.Native;

/// <summary>What libtorch says where it cannot go on, without its stack.</summary>
internal static class NativeError
{
    public static string Told(string message)
    {
        var line = message.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").Trim().TrimEnd('.');
        // Of the CPU "you tried to allocate", of CUDA "out of memory".
        var advice = message.Contains("memory", StringComparison.OrdinalIgnoreCase) ? " Take smaller batches or fewer units, or train fewer runs at once: --jobs 1, --together 1." : "";
        return $"libtorch: {line}.{advice}";
    }
}
