namespace Grader.Training.Tests.SecondOpinion;

/// <summary>A stack of layers drawn at random; many do not fit.</summary>
internal static class DrawnStack
{
    public static string Of(Random random)
    {
        var axes = random.Next(1, 3);
        var size = axes == 1 ? $"\"length\": {random.Next(5, 30)}" : $"\"height\": {random.Next(5, 20)}, \"width\": {random.Next(5, 20)}";
        var layers = Enumerable.Range(0, random.Next(1, 5)).Select(index => Layer(random, axes, index > 0));
        return $"\"input\": {{ {size}, \"channels\": {random.Of("1", "2", "3", "4", "6")} }}, \"layers\": [ {string.Join(", ", layers)} ]{random.Maybe($"\"bytesPerValue\": {random.Next(1, 9)}")}";
    }

    private static string Layer(Random random, int axes, bool late) => random.Next(late ? 10 : 7) switch
    {
        0 or 1 => $"{{ \"kernels\": {random.Of("2", "4", "6")}, \"groups\": {random.Of("1", "1", "2")}, {Window(random, axes)}{Dilation(random, axes)}, \"bias\": {random.Truth()} }}",
        2 => $"{{ \"kind\": \"depthwise\", \"multiplier\": {random.Next(1, 3)}, {Window(random, axes)}{Dilation(random, axes)}, \"bias\": {random.Truth()} }}",
        3 or 4 => $"{{ \"kind\": \"pooling\", \"takes\": \"{random.Of("average", "maximum")}\", \"kernel\": {Numbers(random, axes, 1, 4)}{random.Maybe($"\"stride\": {Numbers(random, axes, 1, 4)}")}{random.Maybe($"\"padding\": {random.Of("0", "1", "\"same\"")}")} }}",
        5 => $"{{ \"kind\": \"transposed\", \"kernels\": {random.Of("2", "4")}, \"groups\": {random.Of("1", "1", "2")}, \"kernel\": {Numbers(random, axes, 1, 5)}, \"stride\": {Numbers(random, axes, 2, 4)}, \"padding\": {random.Next(0, 2)}, \"outputPadding\": {random.Next(0, 2)}{Dilation(random, axes)}, \"bias\": {random.Truth()} }}",
        6 => $"{{ \"kernels\": {random.Next(1, 7)}, {Window(random, axes)} }}",
        7 => """{ "kind": "global-pooling" }""",
        8 => """{ "kind": "flatten" }""",
        _ => $"{{ \"kind\": \"dense\", \"units\": {random.Next(1, 20)}, \"bias\": {random.Truth()} }}",
    };

    private static string Window(Random random, int axes) =>
        $"\"kernel\": {Numbers(random, axes, 1, 5)}, \"stride\": {Numbers(random, axes, 1, 4)}, \"padding\": {(random.Next(4) == 0 ? "\"same\"" : Numbers(random, axes, 0, 3))}";

    private static string Dilation(Random random, int axes) => random.Maybe($"\"dilation\": {Numbers(random, axes, 1, 4)}");

    /// <summary>One number for all axes, or one each.</summary>
    private static string Numbers(Random random, int axes, int from, int to) => axes == 2 && random.Next(3) == 0 ? $"[{random.Next(from, to)}, {random.Next(from, to)}]" : $"{random.Next(from, to)}";
}
