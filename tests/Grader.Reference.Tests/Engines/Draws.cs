namespace Grader.Reference.Tests.Engines;

/// <summary>Random inputs of engines, and what is expected of them.</summary>
internal static class Draws
{
    /// <summary>Quarters from −5 to 5: exact in a case file and in a double.</summary>
    public static double[] Vector(this Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-20, 21) / 4.0)];

    public static double[][] Matrix(this Random random, int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => random.Vector(columns))];

    public static string Json(double[] vector) => "[" + string.Join(", ", vector.Select(value => value.ToString("R"))) + "]";

    public static string Json(double[][] matrix) => "[" + string.Join(", ", matrix.Select(Json)) + "]";

    public static void Expect(Worksheet worksheet, string quantity, params double[] expected)
    {
        Assert.That(worksheet[quantity].Problem, Is.Null, quantity);
        Assert.That(Values.Numbers(worksheet[quantity].Value), Is.EqualTo(expected).Within(1e-9), quantity);
    }

    /// <summary>Central differences of a function by each number of a vector, which it reads.</summary>
    public static double[] Differences(double[] vector, Func<double> function)
    {
        const double by = 1e-5;
        var slopes = new double[vector.Length];
        for (var index = 0; index < vector.Length; index++)
        {
            var kept = vector[index];
            vector[index] = kept + by;
            var above = function();
            vector[index] = kept - by;
            slopes[index] = (above - function()) / (2 * by);
            vector[index] = kept;
        }

        return slopes;
    }

    public static Worksheet Making(this Worksheet worksheet, string mistake) => worksheet.Making(worksheet.Mistakes.Items.Single(known => known.Id == mistake).Occurrences);
}
