using Grader.Cli.Files;

namespace Grader.Cli.Intake;

/// <summary>The programs that <c>grader.json</c> names to make text of submissions that are none.</summary>
internal sealed class Converters(ConfigurationFile configuration, CancellationToken cancellation)
{
    public bool IsNamedFor(string extension) => configuration.Converters.ContainsKey(extension);

    /// <param name="shown">The submission, for messages.</param>
    /// <returns>The text, and the program's name.</returns>
    /// <exception cref="GraderException">The program is not there, fails, takes too long, or prints no text.</exception>
    public (string Text, string Program) Convert(string extension, byte[] bytes, string shown)
    {
        var command = configuration.Converters[extension];
        var conversion = new Conversion(configuration.Folder, command, TimeSpan.FromSeconds(configuration.ConverterSeconds), shown);
        return (conversion.Run(extension, bytes, cancellation), Path.GetFileName(command[0]));
    }
}
