using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Grader.Cli.Intake;

/// <summary>Ends a process that this one has started, with all that it has started itself.</summary>
internal static class ProcessEnd
{
    public static void Kill(Process process)
    {
        // .NET compares when they started, by a clock that may be set in between: what seems older than its parent would live on.
        var started = OperatingSystem.IsLinux() ? StartedBy(process.Id) : [];
        Try(() =>
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        });
        foreach (var id in started)
        {
            Try(() =>
            {
                using var left = Process.GetProcessById(id);
                left.Kill();
            });
        }
    }

    private static void Try(Action kill)
    {
        try
        {
            kill();
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException or ArgumentException)
        {
            // It ended by itself meanwhile.
        }
    }

    private static List<int> StartedBy(int process)
    {
        var children = Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).ToLookup(ParentOf);
        var found = new List<int>(children[process]);
        for (var i = 0; i < found.Count; i++)
            found.AddRange(children[found[i]]);
        return found;
    }

    /// <summary>Behind its name, which stands in brackets and may hold any character, its state and its parent; 0 where it has ended.</summary>
    private static int ParentOf(int process)
    {
        try
        {
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var parent, ..] && int.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
