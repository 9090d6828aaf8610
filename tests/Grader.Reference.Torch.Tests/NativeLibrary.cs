using TorchSharp;

namespace Grader.Reference.Torch.Tests;

/// <summary>Whether TorchSharp's native library loads here. In CI it must; elsewhere its tests are passed over with what is needed.</summary>
[SetUpFixture]
public sealed class NativeLibrary
{
    [OneTimeSetUp]
    public void Load()
    {
        try
        {
            torch.zeros(1).Dispose();
        }
        // A type initialiser that fails, a missing entry point or a missing file: whatever it is, the message says what is needed.
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or NotSupportedException or FileNotFoundException)
        {
            var message = $"TorchSharp's native library cannot be loaded: {error.GetBaseException().Message} It needs the libstdc++ of GCC 13 or newer (GLIBCXX_3.4.32); on Debian 12 run .ci/libstdcxx as root.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(message);
            Assert.Ignore(message);
        }

        torch.set_num_threads(1);
    }
}
