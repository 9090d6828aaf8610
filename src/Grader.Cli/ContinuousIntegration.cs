namespace Grader.Cli;

/// <summary>What the environment says of the machine that runs the program: a log there is read by others.</summary>
internal static class ContinuousIntegration
{
    public static bool IsThere => IsSet("CI") || IsSet("GITHUB_ACTIONS") || IsSet("GITLAB_CI");

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
