using System.Reflection;
using System.Text;
using Grader.Reference.Training;

namespace Grader.Training.DataSets;

/// <summary>Reads the data set of a recipe.</summary>
internal static class DataLoader
{
    /// <param name="caseFolder">To which the recipe's own files are relative.</param>
    /// <exception cref="DataException">It is not there, or not as the recipe says.</exception>
    public static LoadedData Load(DataSet data, DataFolder folder, string caseFolder)
    {
        try
        {
            var loaded = data.Name switch
            {
                PublishedDataSets.Digits => Split(data, Digits(), "digits (UCI, 1797 images; ships with the trainer)"),
                "cifar-10" or "cifar-100" => Cifar.Load(data, folder),
                "mnist" or "fashion-mnist" => Idx.Load(data, folder),
                "csv" => Own(data, name => Csv(name, data)),
                "folder" => Own(data, name => FolderImages.Read(Path.Combine(folder.Given ?? caseFolder, name), data)),
                _ => throw new InvalidOperationException($"no reader for the data set {data.Name}"),
            };
            return loaded.Checked(data);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"The data set {data.Name} cannot be read: {error.Message}");
        }

        ImageSet Csv(string name, DataSet set)
        {
            var path = Path.Combine(folder.Given ?? caseFolder, name);
            if (!File.Exists(path))
                throw new DataException($"{path}: there is no such file. It stands in the assignment's folder, or in the one that --data names.");
            using var text = new StreamReader(path, Encoding.UTF8);
            return CsvImages.Read(name, text, set.Image.Count);
        }
    }

    /// <summary>The images that ship with the trainer; see README.md beside them.</summary>
    private static ImageSet Digits()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("digits.csv") ?? throw new InvalidOperationException("the digits are not in the program");
        using var text = new StreamReader(stream, Encoding.UTF8);
        return CsvImages.Read("digits.csv", text, 64);
    }

    private static LoadedData Own(DataSet data, Func<string, ImageSet> read) => data.TestFile.Length > 0
        ? new(read(data.TrainingFile), read(data.TestFile), $"{data.TrainingFile} and {data.TestFile}")
        : Split(data, read(data.TrainingFile), data.TrainingFile);

    private static LoadedData Split(DataSet data, ImageSet all, string source) =>
        new(all.Where(index => index % data.HoldOut != data.HoldOut - 1), all.Where(index => index % data.HoldOut == data.HoldOut - 1), source);
}
