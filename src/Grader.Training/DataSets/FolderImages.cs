using Grader.Reference.Training;
using SkiaSharp;

namespace Grader.Training.DataSets;

/// <summary>A folder a class, in ordinal order of their names, with PNG, JPEG, BMP, GIF or WebP images of the recipe's size.</summary>
internal static class FolderImages
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"];

    public static ImageSet Read(string folder, DataSet data)
    {
        if (!Directory.Exists(folder))
            throw new DataException($"{folder}: there is no such folder. It holds a folder of images a class.");
        var classes = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList();
        if (classes.Count != data.Classes)
            throw new DataException($"{folder}: {classes.Count} folders of classes ({string.Join(", ", classes.Select(Path.GetFileName))}), and the recipe says {data.Classes}.");
        var (pixels, labels) = (new List<byte[]>(), new List<long>());
        foreach (var (folderOfClass, label) in classes.Select((path, index) => (path, (long)index)))
        {
            var files = Directory.GetFiles(folderOfClass).Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList();
            if (files.Count == 0)
                throw new DataException($"{folderOfClass}: no images ({string.Join(", ", Extensions)}) are in this class.");
            pixels.AddRange(files.Select(file => Pixels(file, data.Image)));
            labels.AddRange(files.Select(_ => label));
        }

        return ImageSet.OfBytes([.. pixels.SelectMany(image => image)], [.. labels]);
    }

    private static byte[] Pixels(string file, FeatureShape shape)
    {
        using var codec = SKCodec.Create(file) ?? throw new DataException($"{file}: this image cannot be decoded.");
        // Asked before decoding: a few bytes may say that they are gigabytes.
        if (codec.Info.Width != shape.Width || codec.Info.Height != shape.Height)
            throw new DataException($"{file}: {codec.Info.Width} × {codec.Info.Height} pixels, and the recipe says {shape.Width} × {shape.Height}. Bring all to one size.");
        using var image = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKImageInfo.PlatformColorType, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul));
        if (codec.GetPixels(image.Info, image.GetPixels()) is var result and not SKCodecResult.Success)
            throw new DataException($"{file}: this image is cut off or broken ({result}). Get it again.");
        var plane = shape.Height * shape.Width;
        var bytes = new byte[shape.Channels * plane];
        for (var index = 0; index < plane; index++)
        {
            var color = image.GetPixel(index % shape.Width, index / shape.Width);
            if (shape.Channels == 3)
                (bytes[index], bytes[plane + index], bytes[(2 * plane) + index]) = (color.Red, color.Green, color.Blue);
            else if (shape.Channels == 1)
                bytes[index] = (byte)Math.Round((0.299 * color.Red) + (0.587 * color.Green) + (0.114 * color.Blue));
            else
                throw new DataException($"{file}: an image has 1 or 3 channels, and the recipe says {shape.Channels}.");
        }

        return bytes;
    }
}
