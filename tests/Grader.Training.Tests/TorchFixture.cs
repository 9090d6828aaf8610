using Grader.Training.Native;
using TorchSharp;

namespace Grader.Training.Tests;

/// <summary>Tests that need libtorch are passed over, with the loader's true reason, where it cannot load; in CI that is a failure.</summary>
public abstract class TorchFixture
{
    [OneTimeSetUp]
    public void Load()
    {
        if (TorchLibrary.Trouble() is { } trouble)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail(trouble);
            Assert.Ignore(trouble);
        }

        torch.set_num_threads(1);
    }
}
