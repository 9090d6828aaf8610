using Grader.Mathematics;

namespace Grader.Grading.Answers;

/// <summary>A shape as a student writes it: <c>32 × 32</c>, <c>32x32x256</c>, <c>(32, 32, 256)</c>, <c>[256, 32, 32]</c>.</summary>
internal static class SubmittedShape
{
    /// <returns>The one length that width and height share, or null where this is no shape, or they differ.</returns>
    public static Number? CommonSide(Expression expression)
    {
        var sides = expression switch
        {
            Product product => product.Factors,
            Listing { Kind: not ListingKind.Set } list => list.Elements,
            _ => [],
        };
        if (sides.Count is < 2 or > 3 || !sides.Items.All(side => side is Number))
            return null;
        // Channels may come first or last; width and height stand together.
        if (sides[0] == sides[1])
            return (Number)sides[0];
        return sides.Count == 3 && sides[1] == sides[2] ? (Number)sides[1] : null;
    }
}
