using System.CommandLine;
using System.Globalization;
using Grader.Reports;

namespace Grader.Cli;

/// <summary>The terminal that standard output goes to, if it does.</summary>
internal static class TerminalWindow
{
    private const int UsualWidth = 100;

    /// <summary>What is written over must not be wider than the window.</summary>
    private const int UnknownWidth = 72;
    private const int Narrowest = 20;

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

    /// <summary>A terminal that standard error goes to, and in which a line can be written over.</summary>
    public sealed record ErrorScreen(int Width, bool HasColors);

    /// <returns>Null for a file, a pipe, the log of a service, or a terminal that knows no control sequences.</returns>
    public static ErrorScreen? OfErrors() => Console.IsErrorRedirected || Variable("TERM") is "dumb" || ContinuousIntegration.Of("auto").IsThere ? null : new(Math.Max(Narrowest, Width(UnknownWidth)), Variable("NO_COLOR").Length == 0);

    private static int Width(int otherwise = UsualWidth)
    {
        if (int.TryParse(Variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0)
            return columns;
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? otherwise : Console.WindowWidth;
        }
        catch (IOException)
        {
            return otherwise;
        }
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
