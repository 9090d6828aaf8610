namespace Grader.Training.DataSets;

/// <summary>Fetches a file, beside its place first, so that a broken download is never taken for the file.</summary>
internal static class Download
{
    public static string To(string path, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            throw new DataException($"{address} is no address. Write https://….");
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        Console.Error.WriteLine($"fetching {address}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var client = new HttpClient { Timeout = TimeSpan.FromHours(1) };
            using (var source = client.GetStreamAsync(uri).GetAwaiter().GetResult())
            using (var target = File.Create(temporary))
                source.CopyTo(target);
            File.Move(temporary, path, overwrite: true);
            return path;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or UnauthorizedAccessException or TaskCanceledException)
        {
            File.Delete(temporary);
            throw new DataException($"{address} cannot be fetched ({error.Message}). Get the file otherwise and name its folder with --data.");
        }
    }
}
