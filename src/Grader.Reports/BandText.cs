using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>Where the figure of a key comes from that is no computed value: <c>mean of 8 reference runs; 70.27 % to 77.39 % lies in the band</c>.</summary>
internal static class BandText
{
    public static string Of(BandCheck check)
    {
        if (check.Band.Runs == 0)
            return check.Band.Refusal;
        var unit = check.Percent ? " %" : "";
        return $"mean of {check.Band.Runs} reference runs; {Text(check.Band.Low)}{unit} to {Text(check.Band.High)}{unit} lies in the {(check.Band.Provisional ? "provisional " : "")}band";
    }

    private static string Text(Rational number) => KeyText.Of(new Exact(number));
}
