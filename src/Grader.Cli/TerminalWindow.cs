using System.CommandLine;
using System.Globalization;
using Grader.Reports;

namespace Grader.Cli;

/// <summary>The terminal that standard output goes to, if it does.</summary>
internal static class TerminalWindow
{
    private const int UsualWidth = 100;

    public static Option<string> Option()
    {
        var color = new Option<string>("--color") { Description = "Whether the text is coloured: auto does so in a terminal, unless NO_COLOR is set.", DefaultValueFactory = _ => "auto", HelpName = "auto|always|never" };
        color.AcceptOnlyFromAmong("auto", "always", "never");
        return color;
    }

    /// <returns>Null for plain text: what goes into a file or a pipe, unless colours are asked for.</returns>
    /// <param name="color">What <c>--color</c> says.</param>
    public static TerminalScreen? Of(string color) => color switch
    {
        "always" => new(Width(), HasColors: true),
        _ when Console.IsOutputRedirected => null,
        "never" => new(Width(), HasColors: false),
        // no-color.org: whatever it holds, if it is not empty.
        _ => new(Width(), HasColors: Variable("NO_COLOR").Length == 0 && Variable("TERM") != "dumb"),
    };

    private static int Width()
    {
        if (int.TryParse(Variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0)
            return columns;
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? UsualWidth : Console.WindowWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
