using Grader.Mathematics;
using Grader.Submissions.Blocks;
using Grader.Submissions.Outline;
using Grader.Submissions.Sentences;
using Grader.Submissions.Source;
using Grader.Submissions.Tables;

namespace Grader.Submissions.Statements;

/// <summary>Reads the blocks of a section into statements, in the order of the text.</summary>
internal sealed partial class SectionReader
{
    private static readonly string[] OutputFences = ["", "text", "txt", "output", "console", "plain", "plaintext", "log", "none", "matrix", "csv"];

    private readonly SourceText _source;
    private readonly string _clean;
    private readonly List<Region> _regions;
    private readonly List<(int Start, int End)> _images;
    private readonly Tokenizer _tokenizer;
    private readonly FormulaReader _formulas;
    private readonly SentenceReader _sentences;
    private readonly TableFinder _tableFinder;
    private readonly TableReader _tables;
    private readonly LeadIns _leadIns = new();
    private readonly Dictionary<ListItem, string> _itemTexts = [];
    private List<Statement> _statements = [];
    private readonly List<int> _runOf = [];
    private List<FormulaRun> _runs = [];
    private bool _isBold;

    public SectionReader(SourceText source, string clean, List<Region> regions, List<(int Start, int End)> images, FormulaOptions options, List<Repair> repairs)
    {
        _source = source;
        _clean = clean;
        _regions = regions;
        _images = images;
        _tokenizer = new Tokenizer(clean, regions, options);
        _formulas = new FormulaReader(source, clean, options, repairs);
        _sentences = new SentenceReader(source, clean);
        _tableFinder = new TableFinder(source.Text, clean, regions);
        _tables = new TableReader(source, clean, _tableFinder, _formulas, options, repairs);
    }

    /// <summary>What the blocks <c>answers</c> say, wherever they stand: a section a row, to come last of its part.</summary>
    public List<Section> Answers { get; } = [];

    public Sequence<Statement> Read(Stretch stretch)
    {
        _statements = [];
        _leadIns.Clear();
        foreach (var block in stretch.Blocks)
        {
            switch (block.Kind)
            {
                case BlockKind.Heading:
                    ReadHeading(block);
                    break;
                case BlockKind.Paragraph:
                    ReadParagraph(block);
                    break;
                case BlockKind.Code:
                    ReadCode(block);
                    break;
                default:
                    _leadIns.SetSentence(null);
                    break;
            }
        }
        return _statements.ToSequence();
    }

    private void ReadHeading(Block block)
    {
        if (block.Lines.Count == 0)
            return;
        var (start, end) = (block.Lines[0].Start, block.Lines[^1].End);
        LabelReader.Read(_clean, start, end, LabelStrength.Heading, out var isAnswer, out _);
        if (isAnswer)
            return;
        _leadIns.AddHeading(_clean[start..end], block.Level);
        if (_clean.AsSpan(start, end - start).Contains('='))
            ReadText(block.Lines, block);
    }

    private void ReadCode(Block block)
    {
        if (block.Lines.Count == 0)
            return;
        if (block.Info is "answers")
        {
            ReadAnswers(block);
            return;
        }
        if (block.Info is "math" or "latex" or "tex" or "katex")
        {
            _formulas.Read(block.Lines, _leadIns.Context(ItemTexts(block.Item)), _statements);
            return;
        }
        if (!OutputFences.Contains(block.Info, StringComparer.OrdinalIgnoreCase) || LooksLikeCode(_clean.AsSpan(block.Lines[0].Start, block.Lines[^1].End - block.Lines[0].Start)))
            return;
        ReadLines(block);
    }

    private void ReadAnswers(Block block)
    {
        var place = _source.PlaceOf(block.Start, block.Lines[^1].End);
        foreach (var row in AnswerBlock.Rows(_clean, block))
        {
            var statements = new List<Statement>();
            var tokens = _tokenizer.Read([row.Value], verbatim: true);
            if (tokens.Exists(static token => token.Kind is TokenKind.Duration or TokenKind.Word) && !tokens.Exists(static token => token is { Kind: TokenKind.Number, Value: null }))
            {
                _runs = [];
                NoteRuns(tokens.Count);
                for (int first = 0, end; first < tokens.Count; first = end)
                {
                    end = SentenceEnd(tokens, first);
                    if (_sentences.Read(tokens, first, end, _runOf, []) is { } sentence)
                        statements.Add(sentence with { Numbers = sentence.Numbers.Items.Select(number => number with { Label = row.Label }).ToSequence() });
                }
                // The equation or the matrix that stands among its words.
                foreach (var (start, end) in AnswerBlock.Matrices(_clean, row.Value).Concat(FormulaRuns.Find(tokens, _clean, _regions).Select(run => (tokens[run.First].Start, tokens[run.End - 1].End)).Where(run => IsEquation(run.Item1, run.Item2))))
                    _formulas.Read(start, end, row.Label, [], statements);
            }
            else
            {
                _formulas.Read(row.Value.Start, row.Value.End, row.Label, [], statements);
            }
            Answers.Add(new Section(row.Question, row.Part, "answers", place, statements.ConvertAll(statement => statement with { Check = row.Check }).ToSequence()));
        }
    }

    private bool IsEquation(int start, int end) => _clean.AsSpan(start, end - start) is var text && text.ContainsAny("=\\") && !text.StartsWith("[[");

    /// <summary>A program is no answer.</summary>
    private static bool LooksLikeCode(ReadOnlySpan<char> text) =>
        text.StartsWith("import ") || text.Contains("\nimport ", StringComparison.Ordinal) || text.Contains("def ", StringComparison.Ordinal) || text.Contains("print(", StringComparison.Ordinal)
        || text.Contains("nn.", StringComparison.Ordinal) || text.Contains("np.", StringComparison.Ordinal) || text.Contains("torch.", StringComparison.Ordinal) || text.Contains("return ", StringComparison.Ordinal);

    private void ReadParagraph(Block block)
    {
        if (block.Lines.Count == 0)
            return;
        var first = block.Lines[0];
        LabelReader.Read(_clean, first.Start, first.End, LabelStrength.Bold, out var isAnswer, out var contentStart);
        if (isAnswer && contentStart < first.End)
        {
            // "Solution: Yes, it is": the answer starts behind the colon.
            block = block with { Lines = [new TextLine(contentStart, first.End), .. block.Lines[1..]] };
        }
        if (block.StartsItem && block.Item is { } item && block.Lines.Count > 0)
            _itemTexts[item] = Shorten(Characters.Collapse(_clean.AsSpan(block.Lines[0].Start, block.Lines[^1].End - block.Lines[0].Start)));
        _isBold = block is { Lines.Count: 1, Item: null } && IsBold(_source.Text.AsSpan(block.Lines[0].Start, block.Lines[0].End - block.Lines[0].Start).Trim());
        ReadLines(block);
        _isBold = false;
    }

    /// <summary>A line that is bold from end to end.</summary>
    private static bool IsBold(ReadOnlySpan<char> line)
    {
        foreach (var lineBreak in (ReadOnlySpan<string>)["<br>", "<br/>", "<br />", "\\"])
        {
            if (line.EndsWith(lineBreak, StringComparison.OrdinalIgnoreCase))
                line = line[..^lineBreak.Length].TrimEnd();
        }
        foreach (var mark in (ReadOnlySpan<string>)["**", "__"])
        {
            if (line.Length > 4 && line.StartsWith(mark) && line.TrimEnd(':').EndsWith(mark) && !line[2..^3].Contains(mark, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private void ReadLines(Block block)
    {
        var text = 0;
        for (var line = 0; line < block.Lines.Count;)
        {
            if (PrintedArray.ElidedLines(_clean, block.Lines, line) is > 0 and var elided)
            {
                ReadText(block.Lines[text..line], block);
                ReadElided(block.Lines[line].Start, block.Lines[line + elided - 1].End, block.Item);
                line += elided;
                text = line;
                continue;
            }
            var (kind, count) = _tableFinder.At(block.Lines, line);
            if (kind == TableKind.None)
            {
                line++;
                continue;
            }
            ReadText(block.Lines[text..line], block);
            _statements.Add(_tables.Read(kind, block.Lines.GetRange(line, count), _leadIns.Context(ItemTexts(block.Item))));
            line += count;
            text = line;
        }
        ReadText(text == 0 ? block.Lines : block.Lines[text..], block);
    }

    /// <summary>An array of which not all entries were printed: it is there, and nobody can read it.</summary>
    private void ReadElided(int start, int end, ListItem? item)
    {
        var place = _source.PlaceOf(start, end);
        var label = _clean[start..(start + Math.Max(0, _clean.AsSpan(start, end - start).IndexOf("[[")))].Trim(' ', '=', ':', '(');
        var at = Math.Max(0, _clean.AsSpan(start, end - start).IndexOf("..."));
        _statements.Add(new FormulaStatement(place, _source.Written(place), _leadIns.Context(ItemTexts(item)), label, [], new FormulaError(at, "...", "every entry")));
    }

    private void ReadText(List<TextLine> lines, Block block)
    {
        var item = block.Item;
        if (lines.Count == 0)
            return;
        ReadHtmlTables(lines[0].Start, lines[^1].End, item);
        ReadImages(lines[0].Start, lines[^1].End, item);
        var tokens = _tokenizer.Read(lines, block.Kind == BlockKind.Code);
        if (tokens.Count == 0)
            return;
        _runs = FormulaRuns.Find(tokens, _clean, _regions);
        NoteRuns(tokens.Count);
        var items = ItemTexts(block.StartsItem ? item?.Parent : item);
        if (!(_runs.Count == 1 && _runs[0].First == 0 && _runs[0].End >= tokens.Count - 1))
            _leadIns.SetSentence(null);
        if (item is null && _runs.Count == 0)
            _leadIns.LeaveList();

        var run = 0;
        for (var first = 0; first < tokens.Count;)
        {
            var end = SentenceEnd(tokens, first);
            ReadSentence(tokens, first, end, ref run, items, item is not null);
            first = end;
        }
    }

    /// <summary>The end of the sentence that starts at a token: behind its full stop, or where a line starts that does not run on, but never inside a formula.</summary>
    private int SentenceEnd(List<Token> tokens, int first)
    {
        for (var i = first; i < tokens.Count; i++)
        {
            if (i > first && _runOf[i] >= 0 && _runOf[i] == _runOf[i - 1])
                continue;
            if (i > first && tokens[i].HardBreak && tokens[i].Kind != TokenKind.Relation)
                return i;
            if (tokens[i].Kind == TokenKind.Stop)
                return i + 1;
        }
        return tokens.Count;
    }

    private void ReadSentence(List<Token> tokens, int first, int end, ref int run, List<string>? items, bool inList)
    {
        var text = _clean.AsSpan(tokens[first].Start, tokens[end - 1].End - tokens[first].Start);
        var firstRun = run;
        while (run < _runs.Count && _runs[run].First < end)
            run++;
        var states = false;
        for (var i = firstRun; i < run; i++)
            states |= _runs[i].End - _runs[i].First > 1 || tokens[_runs[i].First].Region < 0 || States(tokens[_runs[i].First]);

        // "Iteration 1, from c_1 = (2, 7):" states something, and introduces what follows all the same.
        var isHeadline = _isBold && !states && first == 0 && end == tokens.Count && !HasAmount(tokens, first, end) && LeadIns.IsHeadline(text);
        var isLeadIn = states ? StartsNumbered(tokens, first, end) && text[^1] == ':' : isHeadline || (LeadIns.IsLeadIn(text, headsLabels: end < tokens.Count && tokens[end].HasLabel && run == firstRun && !HasValue(tokens, first, end)) || (IsNumbered(tokens, first, end) && run == firstRun) || (first == 0 && end == tokens.Count && _leadIns.EndsNumbered(text)));
        var context = _leadIns.Context(items, isLeadIn ? text : default);
        var sentence = _sentences.Read(tokens, first, end, _runOf, context);
        if (sentence is not null)
            _statements.Add(sentence with { Context = _leadIns.Of(text.ToString(), context) });
        var headEnd = first;
        string? head = null;
        var paired = PairedNames(tokens, first, firstRun, run);
        for (var i = firstRun; i < run; i++)
        {
            var formula = _runs[i];
            var own = ClauseHead(tokens, first, formula, ref headEnd, ref head) is { Length: > 0 } words ? _leadIns.Under(words, context) : context;
            if (ArrayAt(tokens, formula) is { } cells)
            {
                var region = _regions[tokens[formula.First].Region];
                _statements.Add(_tables.Make(region.Start, region.End, cells, saysHeader: true, own));
                continue;
            }
            var label = paired?[i - firstRun] ?? Label(tokens, formula);
            if (StrokeNames(tokens, formula, label) is { } names)
            {
                ReadStrokes(tokens, formula, names, own);
                continue;
            }
            _formulas.Read(tokens[formula.First].Start, tokens[formula.End - 1].End, label, _leadIns.Of(label, own), _statements);
        }
        if (isLeadIn && (text[^1] == ':' || sentence is null or { Numbers.Count: 0 }))
            _leadIns.Add(text.ToString(), inList, isHeadline);
        else if (sentence is not null && !(sentence.Numbers.Count > 0 && end < tokens.Count && tokens[end].HardBreak))
            _leadIns.SetSentence(text.ToString());
        else
            _leadIns.SetSentence(null);
    }

    /// <summary>Whether a value stands there that is no name: not the 2 of "Layer 2".</summary>
    private bool HasAmount(List<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Kind is TokenKind.Duration || (tokens[i].Kind is TokenKind.Number && !(i > first && IsReferring(tokens[i - 1]))))
                return true;
        }
        return false;
    }

    private static bool HasValue(List<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Kind is TokenKind.Number or TokenKind.Duration)
                return true;
        }
        return false;
    }

    private List<List<(int Start, int End)>>? ArrayAt(List<Token> tokens, FormulaRun run) =>
        run.End - run.First == 1 && tokens[run.First].Region is >= 0 and var region ? ArrayTable.Cells(_clean, _regions[region].BodyStart, _regions[region].BodyEnd) : null;

    /// <summary>A symbol in a lead-in ("for $x$:") states nothing.</summary>
    private bool States(Token region) =>
        _clean.AsSpan(region.Start, region.End - region.Start).ContainsAnyInRange('0', '9') || FormulaText.HasRelation(_clean.AsSpan(region.Start, region.End - region.Start));

    private void NoteRuns(int tokens)
    {
        _runOf.Clear();
        for (var run = 0; run < _runs.Count; run++)
        {
            while (_runOf.Count < _runs[run].First)
                _runOf.Add(-1);
            while (_runOf.Count < _runs[run].End)
                _runOf.Add(run);
        }
        while (_runOf.Count < tokens)
            _runOf.Add(-1);
    }

    /// <summary>"Step 3: computing the normalized output according to".</summary>
    private bool IsNumbered(List<Token> tokens, int first, int end) =>
        StartsNumbered(tokens, first, end) && tokens[first + 2].Kind is TokenKind.Colon or TokenKind.Stop;

    private bool StartsNumbered(List<Token> tokens, int first, int end) =>
        end - first >= 3 && tokens[first].Kind == TokenKind.Word && tokens[first + 1].Kind == TokenKind.Number && IsReferring(tokens[first]);

    private void ReadHtmlTables(int start, int end, ListItem? item)
    {
        for (var i = Region.FirstEndingBehind(_regions, start); i < _regions.Count && _regions[i].End <= end; i++)
        {
            var region = _regions[i];
            if (region.Kind != RegionKind.HtmlTable || region.Start < start)
                continue;
            var cells = HtmlTable.Cells(_source.Text, region, out var hasHeader);
            if (cells.Count > 0)
                _statements.Add(_tables.Make(region.Start, region.End, cells, hasHeader, _leadIns.Context(ItemTexts(item))));
        }
    }

    private void ReadImages(int start, int end, ListItem? item)
    {
        var first = _images.BinarySearch((start, 0));
        for (var i = first < 0 ? ~first : first; i < _images.Count && _images[i].End <= end; i++)
        {
            var image = _images[i];
            var place = _source.PlaceOf(image.Start, image.End);
            _statements.Add(new ImageStatement(place, _source.Written(place), _leadIns.Context(ItemTexts(item))));
        }
    }

    private List<string>? ItemTexts(ListItem? item)
    {
        List<string>? texts = null;
        for (var i = item; i is not null; i = i.Parent)
        {
            if (_itemTexts.TryGetValue(i, out var text))
                (texts ??= []).Add(text);
        }
        return texts;
    }
}
