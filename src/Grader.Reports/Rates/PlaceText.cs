using Grader.Grading;

namespace Grader.Reports;

/// <summary>Where something was read among several files.</summary>
internal static class PlaceText
{
    /// <summary><c>anna.md:43:49</c>; <c>anna.ipynb: cell 3, line 2, column 1</c>.</summary>
    public static string Of(string file, Found found) => $"{file}:{(found.In is null ? "" : " ")}{TextReportWriter.At(found.In, found.Line, found.Column)}";
}
