using System.Reflection;

namespace Grader.Cli;

/// <summary>The program's version, for reports: <c>1.0.0</c>.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetName().Version is { } version ? $"{version.Major}.{version.Minor}.{version.Build}" : "0.0.0";

    /// <summary>The same with the commit it was built from, where that is known: <c>1.0.0+3f2a…</c>.</summary>
    public static string Build { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? Text;
}
