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
        var question = new Question1(CaseReader.Read(new CaseOutput()).Assignment!);
        _question1 = question.Assignment;
        _scanned = question.Read(File.ReadAllText(CaseOutput.PathOf("submissions/scanned.md")));
        (_twoMistakes, _unexplained) = (question.TwoMistakes, question.Unexplained);
    }

    [Benchmark]
    public GradeReport OneMistake() => SubmissionGrader.Grade(_question1!, _scanned!, "");

    [Benchmark]
    public GradeReport TwoMistakes() => SubmissionGrader.Grade(_question1!, _twoMistakes!, "");

    [Benchmark]
    public GradeReport Unexplained() => SubmissionGrader.Grade(_question1!, _unexplained!, "");
}
