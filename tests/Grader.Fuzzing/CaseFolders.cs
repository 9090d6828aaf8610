namespace Grader.Fuzzing;

/// <summary>The folder <c>cases</c> of the repository, found from the program's own place.</summary>
internal static class CaseFolders
{
    public static string Root { get; } = Find();

    public static string Of(string name) => Path.Combine(Root, name);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "cases", "hw5")))
                return Path.Combine(folder, "cases");
        }
        throw new InvalidOperationException("cases/hw5 is nowhere above the program");
    }
}
