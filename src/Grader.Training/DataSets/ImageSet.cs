using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Grader.Reference.Training;

namespace Grader.Training.DataSets;

/// <summary>Images and their classes.</summary>
/// <param name="Bytes">Image by image, channel by channel, row by row; empty where the numbers are no bytes.</param>
/// <param name="Numbers">In place of bytes.</param>
public sealed record ImageSet(byte[] Bytes, float[] Numbers, long[] Labels)
{
    public int Count => Labels.Length;

    public static ImageSet OfBytes(byte[] pixels, long[] labels) => new(pixels, [], labels);

    /// <summary>Bytes where all numbers are.</summary>
    public static ImageSet OfNumbers(float[] numbers, long[] labels) => Array.TrueForAll(numbers, number => number is >= 0 and <= 255 && number == MathF.Floor(number))
        ? OfBytes(Array.ConvertAll(numbers, number => (byte)number), labels)
        : new([], numbers, labels);

    public ImageSet Where(Func<int, bool> isIn)
    {
        var indices = Enumerable.Range(0, Count).Where(isIn).ToArray();
        return new(Rows(Bytes, indices), Rows(Numbers, indices), Array.ConvertAll(indices, index => Labels[index]));
    }

    public static ImageSet Concatenate(IReadOnlyCollection<ImageSet> sets) => new(Joined(sets, set => set.Bytes), Joined(sets, set => set.Numbers), Joined(sets, set => set.Labels));

    private static T[] Joined<T>(IReadOnlyCollection<ImageSet> sets, Func<ImageSet, T[]> part)
    {
        var joined = new T[sets.Sum(set => part(set).Length)];
        var end = 0;
        foreach (var values in sets.Select(part))
        {
            values.CopyTo(joined, end);
            end += values.Length;
        }

        return joined;
    }

    private T[] Rows<T>(T[] values, int[] indices)
    {
        var width = Count == 0 ? 0 : values.Length / Count;
        var rows = new T[indices.Length * width];
        for (var row = 0; row < indices.Length; row++)
            Array.Copy(values, indices[row] * width, rows, row * width, width);
        return rows;
    }

    public void AppendTo(IncrementalHash hash)
    {
        hash.AppendData(Bytes);
        hash.AppendData(MemoryMarshal.AsBytes(Numbers.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(Labels.AsSpan()));
    }
}

/// <param name="Source">Where it comes from, for the provenance.</param>
public sealed record LoadedData(ImageSet Training, ImageSet Test, string Source)
{
    /// <summary>Over images and classes, however they were packed: the first 16 digits of a SHA-256.</summary>
    public string Hash { get; } = HashOf(Training, Test);

    /// <exception cref="DataException">The images are not what the recipe says.</exception>
    public LoadedData Checked(DataSet data)
    {
        foreach (var (set, name) in new[] { (Training, "training"), (Test, "test") })
        {
            if (set.Count == 0)
                throw new DataException($"{Source}: there are no {name} images.");
            if (Math.Max(set.Bytes.LongLength, set.Numbers.LongLength) != set.Count * data.Image.Count)
                throw new DataException($"{Source}: {set.Count} {name} images of {data.Image} take {set.Count * data.Image.Count} numbers, and there are {Math.Max(set.Bytes.LongLength, set.Numbers.LongLength)}.");
            if (Array.FindIndex(set.Labels, label => label < 0 || label >= data.Classes) is >= 0 and var wrong)
                throw new DataException($"{Source}: an image is of class {set.Labels[wrong]}, and there are {data.Classes} classes, counted from 0.");
        }

        return this;
    }

    /// <summary>Unpacked files have no published checksum, but their number of images is known.</summary>
    /// <exception cref="DataException">There are more or fewer.</exception>
    public LoadedData Counted(int training, int test) => (Training.Count, Test.Count) == (training, test)
        ? this
        : throw new DataException($"{Source}: {Training.Count} training and {Test.Count} test images, and the published set has {training} and {test}. A file is cut off, or another one. Get it again, or write --accept-data to train on it as it is.");

    private static string HashOf(ImageSet training, ImageSet test)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        training.AppendTo(hash);
        test.AppendTo(hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}

/// <summary>The data set cannot be read: which file, what is there, what to do.</summary>
public sealed class DataException(string message) : Exception(message);
