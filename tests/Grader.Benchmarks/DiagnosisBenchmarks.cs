using BenchmarkDotNet.Attributes;
using Grader.Grading;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Benchmarks;

/// <summary>Time to choose, judge and diagnose the answers to question 1 of <c>hw5</c>; the submission is read before.</summary>
[MemoryDiagnoser]
public class DiagnosisBenchmarks
{
    private Assignment? _question1;
    private SubmissionDocument? _scanned;
    private SubmissionDocument? _twoMistakes;
    private SubmissionDocument? _unexplained;

    [GlobalSetup]
    public void Read()
    {
        var assignment = CaseReader.Read(new CaseOutput()).Assignment!;
        _question1 = assignment with { Questions = [assignment.Questions[0]] };
        _scanned = Read(File.ReadAllText(CaseOutput.PathOf("submissions/scanned.md")));
        _twoMistakes = Read("""
            ```answers
            1a.parameters-layer1: 2304
            1a.parameters-layer2: 4608
            1a.parameters-total: 6912
            1b.output-layer1: 21
            1b.output-layer2: 10
            1b.macs-layer1: 1016064
            1b.macs-layer2: 460800
            1b.macs-total: 1476864
            ```
            """);
        _unexplained = Read("""
            ```answers
            1a.parameters-layer1: 111
            1a.parameters-layer2: 222
            1a.parameters-total: 444
            1b.output-layer1: 17
            1b.output-layer2: 9
            1b.macs-layer1: 555
            1b.macs-layer2: 666
            1b.macs-total: 777
            ```
            """);
    }

    [Benchmark]
    public GradeReport OneMistake() => SubmissionGrader.Grade(_question1!, _scanned!, "");

    [Benchmark]
    public GradeReport TwoMistakes() => SubmissionGrader.Grade(_question1!, _twoMistakes!, "");

    [Benchmark]
    public GradeReport Unexplained() => SubmissionGrader.Grade(_question1!, _unexplained!, "");

    private SubmissionDocument Read(string text) => SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(_question1!));
}
