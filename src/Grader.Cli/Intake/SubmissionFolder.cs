namespace Grader.Cli.Intake;

/// <summary>The files of a folder, a few levels deep. Links are not followed: the folder is the student's, and a link in it may lead anywhere.</summary>
internal static class SubmissionFolder
{
    private const int Deepest = 3;
    private const int MostEntries = 5000;

    public static IReadOnlyList<SubmissionEntry> Entries(string folder)
    {
        var entries = new List<SubmissionEntry>();
        var open = new Queue<(DirectoryInfo Folder, string Prefix, int Depth)>([(new DirectoryInfo(folder), "", 0)]);
        var seen = 0;
        while (open.TryDequeue(out var place))
        {
            foreach (var item in place.Folder.EnumerateFileSystemInfos())
            {
                if (++seen > MostEntries)
                    throw new GraderException(ExitCode.WrongUsage, $"{folder}: more than {MostEntries} files. Give the submission itself.");
                var path = place.Prefix + item.Name;
                if (item.Attributes.HasFlag(FileAttributes.ReparsePoint) || SubmissionEntry.IsOfNoStudent(path))
                    continue;
                if (item is DirectoryInfo inner && place.Depth < Deepest)
                    open.Enqueue((inner, path + "/", place.Depth + 1));
                else if (item is FileInfo)
                    entries.Add(new(path, () => ReadFile(item.FullName, Path.Combine(folder, path))));
            }
        }
        return entries;
    }

    public static byte[] ReadFile(string path, string shown)
    {
        using var stream = File.OpenRead(path);
        return BoundedBytes.Read(stream, shown, BoundedBytes.MostOfAnyFile);
    }
}
