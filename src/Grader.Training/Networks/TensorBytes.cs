using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Grader.Training.Networks;

/// <summary>Tensors of 32-bit numbers as a checkpoint keeps them.</summary>
internal static class TensorBytes
{
    public static byte[] Of(Tensor tensor)
    {
        using var cpu = tensor.detach().cpu();
        return cpu.bytes.ToArray();
    }

    public static bool Fit(IReadOnlyList<byte[]> saved, IReadOnlyList<Tensor> targets) =>
        saved.Count == targets.Count && saved.Zip(targets).All(pair => pair.First.Length == pair.Second.numel() * sizeof(float));

    /// <summary>Takes what was saved of tensors that <see cref="Fit"/>.</summary>
    public static void Restore(IEnumerable<Tensor> targets, IEnumerable<byte[]> saved)
    {
        foreach (var (target, bytes) in targets.Zip(saved))
        {
            using var value = tensor(MemoryMarshal.Cast<byte, float>(bytes).ToArray());
            Copy(target, value);
        }
    }

    public static void Restore(IEnumerable<Tensor> targets, IEnumerable<Tensor> values)
    {
        foreach (var (target, value) in targets.Zip(values))
            Copy(target, value);
    }

    private static void Copy(Tensor target, Tensor value)
    {
        using var _ = no_grad();
        target.copy_(value.reshape(target.shape));
    }
}
