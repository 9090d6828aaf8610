namespace Grader.Reference.Cases;

/// <summary>Ids of an assignment: each stands once, and each that is named exists.</summary>
internal sealed class CaseLinks(ProblemList problems)
{
    private readonly Dictionary<string, CaseText> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CaseText> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CaseText> _checks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly List<CaseText> _toChecks = [];
    private readonly List<CaseText> _toParts = [];
    private readonly List<(string Check, CaseText Required)> _required = [];

    public void AddQuestion(CaseText id) => Add(_questions, id, "question");

    public void AddPart(CaseText id) => Add(_parts, id, "part");

    public void AddCheck(CaseText id, ObjectReader check)
    {
        Add(_checks, id, "check");
        _kinds[id.Text] = (check.Node("kind") as CaseText)?.Text ?? "";
    }

    /// <summary>Notes a name of a check whose answer is a number.</summary>
    public string ToCheck(CaseText? id) => To(_toChecks, id);

    public string ToPart(CaseText? id) => To(_toParts, id);

    /// <summary>Notes that the points of one check depend on another.</summary>
    public string ToRequired(string check, CaseText required)
    {
        _required.Add((check, required));
        return required.Text;
    }

    public CasePlace PlaceOfCheck(string id) => _checks[id].Place;

    public CasePlace PlaceOfQuestion(string id) => _questions[id].Place;

    /// <summary>To be called when all questions are read.</summary>
    public void Check()
    {
        foreach (var id in _toChecks)
        {
            if (!_checks.ContainsKey(id.Text))
                problems.Add(id.Place, $"The check \"{id.Text}\" does not exist.", Suggestion.For(id.Text, _checks.Keys));
            else if (_kinds[id.Text] is not ("number" or "band"))
                problems.Add(id.Place, $"The check \"{id.Text}\" holds no number: it is a {_kinds[id.Text]}.", "Name a check of kind number or band.");
        }

        foreach (var id in _toParts)
        {
            if (!_parts.ContainsKey(id.Text))
                problems.Add(id.Place, $"The part \"{id.Text}\" does not exist.", Suggestion.For(id.Text, _parts.Keys));
        }

        foreach (var (_, required) in _required.Where(link => !_checks.ContainsKey(link.Required.Text)))
            problems.Add(required.Place, $"The check \"{required.Text}\" does not exist.", Suggestion.For(required.Text, _checks.Keys));
        CheckCircles();
    }

    /// <summary>Tells each circle of required checks once, at the requirement that closes it.</summary>
    private void CheckCircles()
    {
        var required = _required.ToLookup(link => link.Check, link => link.Required, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in _checks.Keys)
            Follow([check]);

        void Follow(List<string> path)
        {
            foreach (var next in required[path[^1]].Where(_ => !done.Contains(path[^1])))
            {
                if (path.IndexOf(next.Text) is var start && start >= 0)
                    problems.Add(next.Place, $"These checks require each other in a circle: {string.Join(" → ", path.Skip(start).Append(next.Text))}.", "Let one of them require nothing.");
                else
                    Follow([.. path, next.Text]);
            }

            done.Add(path[^1]);
        }
    }

    private void Add(Dictionary<string, CaseText> known, CaseText id, string what)
    {
        if (!known.TryAdd(id.Text, id))
            problems.Add(id.Place, $"The {what} \"{id.Text}\" stands already at {known[id.Text].Place.File}:{known[id.Text].Place.Line}.", "Choose another id.");
    }

    private static string To(List<CaseText> links, CaseText? id)
    {
        if (id is not null)
            links.Add(id);
        return id?.Text ?? "";
    }
}
