using System.Security.Cryptography;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Submissions;

namespace Grader.Cli.Intake;

/// <summary>A submission as it was given, and its text: from a file, a folder or an archive that holds one, or standard input.</summary>
/// <param name="Name">File name without its folder, for the report.</param>
/// <param name="Sha256">Over the bytes of the file that was given (in a folder, of the one that was read), lower-case hexadecimal.</param>
internal sealed record SubmissionFile(string Name, string Text, string Sha256)
{
    private const string StandardInput = "standard-input";

    /// <summary>What a report is named after: what was given on the command line, without its extension.</summary>
    public string Stem { get; private init; } = Path.GetFileNameWithoutExtension(Name);

    /// <summary>The same of a path on the command line, before anything is read.</summary>
    public static string StemOf(string path) =>
        path == "-" ? StandardInput
        : Directory.Exists(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))
        : Path.GetFileNameWithoutExtension(path);

    public bool IsNotebook { get; private init; }

    /// <summary>The program that made its text; empty where it is text.</summary>
    public string ConvertedBy { get; private init; } = "";

    /// <summary>The file of answers beside it.</summary>
    public AnswersBeside? Answers { get; private init; }

    /// <summary>Path of the file that was read inside a folder or an archive; empty where that is the name.</summary>
    public string Inside { get; private init; } = "";

    /// <summary>Other files beside it that a submission may be.</summary>
    public IReadOnlyList<string> SetAside { get; private init; } = [];

    /// <exception cref="GraderException">It is not there, is too large, or is no text.</exception>
    public static SubmissionFile Read(string path, Converters converters)
    {
        if (path == "-")
            return Of("", "standard input", BoundedBytes.Read(Console.OpenStandardInput(), "standard input", BoundedBytes.MostOfAnyFile), converters);
        try
        {
            if (Directory.Exists(path))
                return Among(SubmissionFolder.Entries(path), path, StemOf(path), converters);
            if (!File.Exists(path))
                throw new GraderException(ExitCode.UnreadableSubmission, $"{path}: there is no such file. Give the path of a Markdown file or a notebook, of a folder or a zip that holds one, or - for standard input.");
            using var stream = File.OpenRead(path);
            var file = Of(Path.GetFileName(path), path, BoundedBytes.Read(stream, path, BoundedBytes.MostOfAnyFile), converters);
            return file with { Answers = file.Answers ?? AnswersBeside.Of(path) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GraderException(ExitCode.UnreadableSubmission, $"{path}: cannot be read ({error.Message}). Check its permissions.");
        }
    }

    /// <param name="expected">As <see cref="SubmissionReader"/> wants them.</param>
    /// <exception cref="GraderException">It is no notebook, though its name says so.</exception>
    public SubmissionDocument Document(Sequence<ExpectedPart> expected)
    {
        var document = IsNotebook ? NotebookDocument(expected) : ConvertedBy.Length > 0 ? ConvertedReader.Read(Name, Text, expected) : SubmissionReader.Read(Name, Text, expected);
        if (Answers is not null)
            document = AnswersFile.Add(document, Answers.Name, Answers.Bytes);
        return SetAside.Count == 0 ? document : document with { Remarks = [new Remark(default, $"read was {Inside}; not read was {string.Join(", ", SetAside)}"), .. document.Remarks.AsSpan()] };
    }

    /// <summary>How the report names it.</summary>
    public SubmissionIdentity Identity => new(Name, Sha256) { File = Inside, ConvertedBy = ConvertedBy, AnswersFile = Answers?.Name ?? "" };

    /// <summary>The same by its pseudonym.</summary>
    public SubmissionFile Anonymous()
    {
        var name = Identity.Pseudonym;
        return this with
        {
            Name = name + ExtensionOf(Name),
            Stem = name,
            Inside = Inside.Length > 0 ? name + ExtensionOf(Inside) : "",
            SetAside = [.. SetAside.Select(ExtensionOf).Select(extension => $"a {extension.TrimStart('.')} file")],
            Answers = Answers is null ? null : Answers with { Name = "answers.csv" },
        };
    }

    public static string NameAConverter(string extension) =>
        extension == ".pdf"
            ? "Name a program that makes text of it in grader.json, such as \"converters\": { \".pdf\": [\"pdftotext\", \"-layout\", \"{in}\", \"-\"] }, or convert it to Markdown first."
            : $"Name a program that makes text of it in grader.json, such as \"converters\": {{ \"{extension}\": [\"pandoc\", \"-t\", \"markdown\", \"{{in}}\"] }}, or convert it to Markdown first.";

    /// <summary>The one submission among the files of a folder, or among those that one student uploaded.</summary>
    /// <param name="shown">The folder, for messages.</param>
    public static SubmissionFile Among(IReadOnlyList<SubmissionEntry> entries, string shown, string stem, Converters converters)
    {
        var choice = SubmissionChoice.Among(entries, shown, "folder", converters.IsNamedFor);
        var entry = choice.Submission;
        return OfFile(entry.Name, Path.Combine(shown, entry.Path), entry.Read(), converters) with
        {
            Answers = AnswersBeside.Of(choice.AnswersFile),
            Stem = stem,
            Inside = entry.Path,
            SetAside = choice.SetAside,
        };
    }

    private static SubmissionFile InArchive(string name, string shown, byte[] bytes, IReadOnlyList<SubmissionEntry> entries, Converters converters)
    {
        var choice = SubmissionChoice.Among(entries, shown, "archive", converters.IsNamedFor);
        var entry = choice.Submission;
        return OfFile(entry.Name, $"{shown}: {entry.Path}", entry.Read(), converters) with
        {
            Answers = AnswersBeside.Of(choice.AnswersFile),
            Name = name,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Stem = Path.GetFileNameWithoutExtension(name),
            Inside = entry.Path,
            SetAside = choice.SetAside,
        };
    }

    /// <param name="name">Empty for standard input.</param>
    public static SubmissionFile Of(string name, string shown, byte[] bytes, Converters converters)
    {
        if (converters.IsNamedFor(ExtensionOf(name)))
            return OfFile(name, shown, bytes, converters);
        var isArchive = Path.GetExtension(name).Equals(FileSignature.Zip, StringComparison.OrdinalIgnoreCase) || FileSignature.Of(bytes) is { Extension: FileSignature.Zip };
        if (!isArchive)
            return OfFile(name, shown, bytes, converters);
        var entries = SubmissionArchive.Entries(bytes, shown);
        if (SubmissionArchive.DocumentExtension(entries) is not { } extension)
            return InArchive(name.Length > 0 ? name : StandardInput + FileSignature.Zip, shown, bytes, entries, converters);
        return converters.IsNamedFor(extension)
            ? Converted(name, shown, bytes, extension, converters)
            : throw NoText(shown, extension == ".docx" ? "a Word document" : $"a {extension[1..]} document", extension);
    }

    /// <param name="name">Empty for standard input.</param>
    private static SubmissionFile OfFile(string name, string shown, byte[] bytes, Converters converters)
    {
        if (converters.IsNamedFor(ExtensionOf(name)))
            return Converted(name, shown, bytes, ExtensionOf(name), converters);
        if (FileSignature.Of(bytes) is { } signature)
            return converters.IsNamedFor(signature.Extension) ? Converted(name, shown, bytes, signature.Extension, converters) : throw NoText(shown, signature.What, signature.Extension);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var isNamedNotebook = Path.GetExtension(name).Equals(".ipynb", StringComparison.OrdinalIgnoreCase);
        var text = isNamedNotebook || name.Length == 0 ? TextBytes.DecodeOfAnySize(bytes, shown) : TextBytes.Decode(bytes, shown);
        var isNotebook = isNamedNotebook ? !string.IsNullOrWhiteSpace(text) : NotebookSign.In(text);
        if (!isNotebook && bytes.Length > BoundedBytes.MostText)
            throw BoundedBytes.TooLarge(shown, BoundedBytes.MostText);
        return new(name.Length > 0 ? name : StandardInput + (isNotebook ? ".ipynb" : ".md"), text, sha256) { IsNotebook = isNotebook };
    }

    private static SubmissionFile Converted(string name, string shown, byte[] bytes, string extension, Converters converters)
    {
        var (text, program) = converters.Convert(extension, bytes, shown);
        return new(name.Length > 0 ? name : StandardInput + extension, text, Convert.ToHexStringLower(SHA256.HashData(bytes))) { ConvertedBy = program };
    }

    private static string ExtensionOf(string name) => Path.GetExtension(name).ToLowerInvariant();

    private static GraderException NoText(string shown, string what, string extension) =>
        new(ExitCode.UnreadableSubmission, $"{shown}: this is {what}, not text. {(extension is ".pdf" or ".docx" or ".doc" or ".odt" or ".rtf" or ".pptx" ? NameAConverter(extension) : "Hand in the text itself.")}");

    private SubmissionDocument NotebookDocument(Sequence<ExpectedPart> expected)
    {
        var reading = NotebookReader.Read(Name, Text, expected);
        return reading.Document ?? throw new GraderException(ExitCode.UnreadableSubmission, $"{Name}: {reading.Problem}. Save it again in Jupyter, and hand that in.");
    }
}
