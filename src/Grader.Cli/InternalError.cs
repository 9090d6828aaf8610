namespace Grader.Cli;

/// <summary>A bug that one submission brings to light, where the others go on.</summary>
internal static class InternalError
{
    public static string Say(Exception error) => $"Internal error: {error.GetType().Name}: {error.Message} This is a bug in Grader. Please report it, with the submission if you may share it.";
}
