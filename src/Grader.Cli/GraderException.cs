namespace Grader.Cli;

/// <summary>Something the user can mend; its message says where, what is there, and what to write or do.</summary>
internal sealed class GraderException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code => code;
}
