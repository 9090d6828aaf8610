using System.Text.Json;

namespace Grader.Classroom;

/// <summary>Members of the objects in a run's files.</summary>
internal static class JsonMembers
{
    /// <returns>Empty where there is none, or null.</returns>
    public static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}
