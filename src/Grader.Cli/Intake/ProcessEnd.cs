using System.ComponentModel;
using System.Diagnostics;

namespace Grader.Cli.Intake;

/// <summary>Ends a process that this one has started, with all that it has started itself.</summary>
internal static class ProcessEnd
{
    public static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It ended by itself meanwhile.
        }
    }
}
