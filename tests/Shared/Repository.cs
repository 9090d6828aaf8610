using System.Reflection;

namespace Grader.Tests;

/// <summary>Where this test project and the repository stand on disk, from the assembly's metadata.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryDirectory");

    public static string TestProject { get; } = Metadata("ProjectDirectory");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == key).Value!;
}
