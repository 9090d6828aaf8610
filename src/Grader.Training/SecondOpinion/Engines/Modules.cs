using TorchSharp;

namespace Grader.Training.SecondOpinion.Engines;

/// <summary>Modules of libtorch as things to count.</summary>
internal static class Modules
{
    /// <summary>Where a module has shapes and no numbers, so that one of a billion parameters costs nothing.</summary>
    public static torch.Device Unfilled { get; } = torch.device("meta");

    public static long Count(torch.nn.Module module)
    {
        using (module)
            return module.parameters().Sum(parameter => parameter.numel());
    }
}
