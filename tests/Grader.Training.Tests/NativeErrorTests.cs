using System.Buffers.Binary;
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

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(12, true)]
    public void A_library_that_was_cut_off_is_told_before_it_is_loaded(int missing, bool told)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("its libraries have another format");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["libtorch_cpu.so"], Library(segmentEnd: 300, sectionEnd: 280)[..^missing]);
        File.WriteAllText(folder["libscript.so"], "INPUT(libc.so.6)");
        Assert.That(TorchLibrary.CutOff(folder["libc10.so"]), told ? Does.StartWith($"{folder["libtorch_cpu.so"]} is cut off: it has {300 - missing} of 300 bytes.") : Is.Null);
    }

    [TestCase(300, 280, 300)]
    [TestCase(280, 300, 300)]
    public void The_length_of_a_library_is_where_its_last_part_ends(int segmentEnd, int sectionEnd, int length) =>
        Assert.That(ElfFile.Length(new MemoryStream(Library(segmentEnd, sectionEnd))), Is.EqualTo(length));

    [Test]
    public void What_is_no_library_is_left_to_the_loader()
    {
        Assert.That(ElfFile.Length(new MemoryStream()), Is.Null);
        Assert.That(ElfFile.Length(new MemoryStream(Library(300, 280)[..63])), Is.Null);
        Assert.That(ElfFile.Length(new MemoryStream(new byte[300])), Is.Null);
    }

    /// <summary>A header, one segment and one section of 64 bytes at the places that end there.</summary>
    private static byte[] Library(int segmentEnd, int sectionEnd)
    {
        var file = new byte[Math.Max(segmentEnd, sectionEnd)];
        "\u007fELF\u0002\u0001"u8.CopyTo(file);
        foreach (var (place, value) in new (int, int)[] { (0x20, 64), (0x28, sectionEnd - 64), (0x36, 56), (0x38, 1), (0x3a, 64), (0x3c, 1), (64 + 0x08, 200), (64 + 0x20, segmentEnd - 200) })
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(place), (short)value);
        return file;
    }
}
