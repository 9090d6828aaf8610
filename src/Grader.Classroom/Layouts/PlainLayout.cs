using Grader.Classroom.Rosters;

namespace Grader.Classroom.Layouts;

/// <summary>A file or a folder by its student's name, number, login or address.</summary>
internal static class PlainLayout
{
    public static ClassSubmission Of(ClassItem item)
    {
        var who = item.IsFolder ? item.Name : Path.GetFileNameWithoutExtension(item.Name);
        return new(item.Name, [new(item.Name, item.Name)], [new(who, "", [new(RosterColumn.Id, who), new(RosterColumn.Login, who), new(RosterColumn.Email, who), new(RosterColumn.GitHub, who), new(RosterColumn.Name, who)])]);
    }
}
