using Grader.Mathematics;

namespace Grader.Reference.Cases;

/// <summary>A change of the format of case files, as edits of a question's file of the version before.</summary>
/// <param name="From">The version it is made to; it gives the next.</param>
internal sealed record CaseMigration(int From, Func<CaseNode, IEnumerable<CaseEdit>> Edits)
{
    /// <summary>The keys that it renames, for who goes on writing an old one.</summary>
    public Sequence<(string Old, string New)> Renamed { get; init; }
}

/// <summary>All changes of the format of case files since the first, in their order.</summary>
internal static class CaseMigrations
{
    public static Sequence<CaseMigration> All { get; } = [RenamedCheckKey(1, "accepted", "alternatives")];

    /// <summary>The version that is read as it stands; older ones are migrated first.</summary>
    public static int Current => All.Count + 1;

    public static IEnumerable<CaseMigration> Since(int format) => All.Items.Where(migration => migration.From >= format);

    /// <summary>A question's tree as the current version has it; what is edited keeps its place, so that problems are told where they stand.</summary>
    public static CaseNode Bring(CaseNode question, int format) => Since(format).Aggregate(question, (node, migration) => CaseEdit.Make(migration.Edits(node), node));

    /// <summary>What became of a key that an author still writes by its old name; null where it never was one.</summary>
    public static string? Advice(string key, CaseShape shape)
    {
        foreach (var migration in All)
        {
            foreach (var (old, renamed) in migration.Renamed)
            {
                if (old == key && shape[renamed] is not null)
                    return $"It is called \"{renamed}\" since format {migration.From + 1}.";
            }
        }

        return null;
    }

    private static CaseMigration RenamedCheckKey(int from, string old, string renamed) =>
        new(from, question => Checks(question).SelectMany(check => Rename(check, old, renamed))) { Renamed = [(old, renamed)] };

    /// <summary>Where both names stand, the old one is left for the reader to tell.</summary>
    private static IEnumerable<CaseEdit> Rename(CaseObject content, string old, string renamed) => content.Properties.Items
        .Where(property => property.Name.Text == old && content[renamed] is null)
        .Select(property => new CaseEdit(property.Name, property.Name with { Text = renamed, Raw = renamed }));

    private static IEnumerable<CaseObject> Checks(CaseNode question) => Objects(question, "parts").SelectMany(part => Objects(part, "checks"));

    private static IEnumerable<CaseObject> Objects(CaseNode node, string key) => (node as CaseObject)?[key] is CaseList list ? list.Items.Items.OfType<CaseObject>() : [];
}
