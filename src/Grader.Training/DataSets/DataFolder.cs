namespace Grader.Training.DataSets;

/// <summary>Where data sets are looked for.</summary>
/// <param name="Given">What <c>--data</c> says: a folder or an archive; null for nothing.</param>
/// <param name="Cache">Where downloads are kept.</param>
/// <param name="MayDownload">Nothing is fetched unless asked for.</param>
/// <param name="AcceptsOther">Train also on files that are not those published.</param>
public sealed record DataFolder(string? Given, string Cache, bool MayDownload, bool AcceptsOther)
{
    /// <summary><c>XDG_CACHE_HOME/grader</c>, or the platform's place for such.</summary>
    public static string DefaultCache => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "grader");

    /// <returns>The path of a file of that name, or null.</returns>
    public string? Find(string name)
    {
        if (Given is not null && File.Exists(Given) && Path.GetFileName(Given) == name)
            return Given;
        return new[] { Given, Cache }.OfType<string>().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <returns>The folder, below one of those looked in or itself, that holds all these files; null where none does.</returns>
    public string? FindFolder(string name, IEnumerable<string> files) => new[] { Given, Cache }.OfType<string>()
        .SelectMany(folder => new[] { folder, Path.Combine(folder, name) })
        .FirstOrDefault(folder => files.All(file => File.Exists(Path.Combine(folder, file))));

    /// <summary>The published file: found, or fetched where that was asked for; its checksum is right.</summary>
    /// <exception cref="DataException">It is not there, or is another one.</exception>
    public string Get(PublishedFile file, string address)
    {
        var path = Find(file.Name) ?? (MayDownload && address.Length > 0 ? Download.To(Path.Combine(Cache, file.Name), address.EndsWith('/') ? address + file.Name : address) : null);
        if (path is null)
            throw new DataException($"{file.Name} is neither in {string.Join(" nor in ", new[] { Given, Cache }.OfType<string>())}. Put it there, name its place with --data, or{(address.Length > 0 ? $" write --download to fetch it from {address}." : " give the data set an \"address\" and write --download.")}");
        file.Check(path, AcceptsOther);
        return path;
    }
}
