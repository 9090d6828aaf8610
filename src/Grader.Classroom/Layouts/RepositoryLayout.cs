using Grader.Classroom.Rosters;
using Grader.Mathematics;

namespace Grader.Classroom.Layouts;

/// <summary>Clones of the students' repositories, <c>hw5-jane</c>: the assignment's name, a hyphen, the user's name.</summary>
internal static class RepositoryLayout
{
    /// <summary>What all names begin with, up to a hyphen; empty where these are no clones.</summary>
    public static string PrefixOf(IReadOnlyCollection<ClassItem> items)
    {
        var folders = items.Where(item => item.IsFolder).Select(item => item.Name).ToList();
        if (folders.Count < 2 || 2 * folders.Count <= items.Count)
            return "";
        var common = folders[0].AsSpan();
        foreach (var folder in folders)
            common = common[..common.CommonPrefixLength(folder)];
        return common[..(common.LastIndexOf('-') + 1)].ToString();
    }

    public static IEnumerable<ClassSubmission> Find(IReadOnlyCollection<ClassItem> items)
    {
        var prefix = PrefixOf(items);
        return items.Select(item => item.IsFolder ? Of(item, prefix) : PlainLayout.Of(item));
    }

    private static ClassSubmission Of(ClassItem item, string prefix)
    {
        // Where all users' names begin alike, up to a hyphen too, the assignment's name ends earlier.
        var users = Enumerable.Range(0, prefix.Length).Where(i => prefix[i] == '-').Select(i => item.Name[(i + 1)..]).Where(user => user.Length > 0).ToList();
        var who = users.Count > 0 ? users[^1] : item.Name;
        var keys = users.SelectMany(user => (AuthorKey[])[new(RosterColumn.GitHub, user), new(RosterColumn.Login, user), new(RosterColumn.Id, user)]);
        return new(item.Name, [new(item.Name, item.Name)], [new(who, "", keys.ToSequence())]);
    }
}
