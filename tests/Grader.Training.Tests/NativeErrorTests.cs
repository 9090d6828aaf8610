using Grader.Training.Native;

namespace Grader.Training.Tests;

/// <summary>What loader and library say, in a line, with what to do.</summary>
[TestFixture]
public sealed class NativeErrorTests
{
    private const string Advice = "Unable to load shared library '/x/libtorch_cpu.so' or one of its dependencies. In order to help diagnose loading problems, consider using a tool like strace.\n";

    [TestCase(Advice + "/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /x/libLibTorchSharp.so)", "/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /x/libLibTorchSharp.so). It needs the libstdc++ of GCC 13 or newer (GLIBCXX_3.4.32); on Debian 12 run .ci/libstdcxx as root.")]
    [TestCase(Advice + "libgomp.so.1: cannot open shared object file: No such file or directory\n", "libgomp.so.1: cannot open shared object file: No such file or directory.")]
    [TestCase(Advice + "/x/libtorch_cpu.so: file too short\n", "/x/libtorch_cpu.so: file too short.")]
    [TestCase(Advice + "libcuda.so.1: cannot open shared object file: No such file or directory", "libcuda.so.1: cannot open shared object file: No such file or directory. It needs NVIDIA's driver for CUDA 12.8.")]
    [TestCase("", ".")]
    public void The_loaders_true_reason(string message, string told) => Assert.That(TorchLibrary.Reason(message), Is.EqualTo(told));

    [TestCase("[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 16009601440000 bytes.\nframe #0: c10::ThrowEnforceNotMet\n", "libtorch: [enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 16009601440000 bytes. Take smaller batches or fewer units, or train fewer runs at once: --jobs 1, --together 1.")]
    [TestCase("CUDA out of memory. Tried to allocate 2.00 GiB", "libtorch: CUDA out of memory. Tried to allocate 2.00 GiB. Take smaller batches or fewer units, or train fewer runs at once: --jobs 1, --together 1.")]
    [TestCase("Expected 4D\nException raised from x", "libtorch: Expected 4D.")]
    [TestCase("", "libtorch: .")]
    public void What_libtorch_says_without_its_stack(string message, string told) => Assert.That(NativeError.Told(message), Is.EqualTo(told));
}
