using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Grader.Training.Networks;

/// <summary>Seeds of a run's random numbers, one a purpose and epoch: so that a run that goes on after an epoch draws what it would have drawn.</summary>
/// <param name="stream">See <see cref="Reference.Training.RecipeText.Stream"/>.</param>
internal sealed class RandomStreams(string stream, int seed)
{
    public long Initial => Seed("initial");

    /// <param name="epoch">1-based.</param>
    public long Order(int epoch) => Seed($"order {epoch}");

    /// <inheritdoc cref="Order"/>
    public long Dropout(int epoch) => Seed($"dropout {epoch}");

    /// <summary>Where a device has one generator for all seeds, which is set before each draw.</summary>
    /// <param name="draw">From 1 in each epoch.</param>
    public long Dropout(int epoch, int draw) => Seed($"dropout {epoch} {draw}");

    private long Seed(string purpose) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{stream}/{seed}/{purpose}"))) & long.MaxValue;
}
