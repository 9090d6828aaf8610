using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Grader.Training.Networks;

/// <summary>The device that runs compute on, by its name: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.</summary>
internal static class TorchDevice
{
    /// <exception cref="DeviceException">There is no such device here.</exception>
    public static Device Open(string name, int threads)
    {
        set_num_threads(threads);
        if (name == "cpu")
            return CPU;
        var parts = name.Split(':');
        if (parts is not (["cuda"] or ["cuda", _]) || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            throw new DeviceException($"\"{name}\" is no device. Write cpu, cuda or cuda:0.");
        if (!cuda.is_available())
            throw new DeviceException($"{name}: there is no CUDA device that this program can use. It takes an NVIDIA device with its driver, and a program built with -p:Torch=cuda12.8.");
        var index = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        if (index >= cuda.device_count())
            throw new DeviceException($"{name}: there are {cuda.device_count()} CUDA devices, counted from 0.");
        // Rounded products are faster and not those of the reference.
        backends.cuda.matmul.allow_tf32 = false;
        backends.cudnn.allow_tf32 = false;
        return new Device(DeviceType.CUDA, index);
    }

    /// <summary>For the provenance: <c>cpu, 1 thread</c>.</summary>
    public static string Describe(string name, int threads) => name == "cpu"
        ? $"cpu; {threads} thread{(threads == 1 ? "" : "s")}"
        : $"{name}; TF32 off; cuDNN as it chooses";

    /// <summary><c>TorchSharp 0.107.0; libtorch 2.10.0</c>.</summary>
    public static string Library => $"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)}; libtorch {__version__}";
}

/// <summary>The device is not there; what to do.</summary>
internal sealed class DeviceException(string message) : Exception(message);
