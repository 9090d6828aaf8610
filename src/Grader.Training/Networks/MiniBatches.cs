namespace Grader.Training.Networks;

/// <summary>How an epoch is cut into batches.</summary>
internal static class MiniBatches
{
    /// <summary>A last batch of one example joins the one before: a single example has no variance to normalise by.</summary>
    /// <param name="count">Examples.</param>
    /// <param name="batch">Examples a batch.</param>
    public static IEnumerable<(int Start, int Length)> Of(int count, int batch)
    {
        for (var start = 0; start < count;)
        {
            var left = count - start;
            var length = left <= batch || left - 1 == batch ? left : batch;
            yield return (start, length);
            start += length;
        }
    }
}
