namespace Grader.Reports;

/// <summary>Text on its way into a SARIF message: one line, and no <c>[text](target)</c> in it, which a viewer would make a link of. A JSON writer encodes the rest.</summary>
internal static class SarifText
{
    public static string Clean(string text) => TerminalText.Clean(text).Replace("](", "] (", StringComparison.Ordinal);

    /// <summary>A path as a relative URI reference: no segment of it means anything, and it is not empty where no character of it may stand.</summary>
    public static string Uri(string path) => string.Join('/', path.Split('/').Select(segment => System.Uri.EscapeDataString(TerminalText.Clean(segment)))) is { Length: > 0 } uri ? uri : "submission";
}
