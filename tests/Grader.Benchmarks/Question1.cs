using Grader.Grading;
using Grader.Reference;
using Grader.Submissions;

namespace Grader.Benchmarks;

/// <summary>Question 1 of <c>hw5</c> with answers that are right, and with some that a diagnosis is sought for.</summary>
internal sealed class Question1(Assignment assignment)
{
    public Assignment Assignment { get; } = assignment with { Questions = [assignment.Questions[0]] };

    public SubmissionDocument Right => Read(
        """
        ```answers
        1a.parameters-layer1: 294912
        1a.parameters-layer2: 1179648
        1a.parameters-total: 1474560
        1b.output-layer1: 32
        1b.output-layer2: 32
        1b.macs-layer1: 301989888
        1b.macs-layer2: 1207959552
        1b.macs-total: 1509949440
        ```
        """);

    public SubmissionDocument TwoMistakes => Read(
        """
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

    public SubmissionDocument Unexplained => Read(
        """
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

    public SubmissionDocument Read(string text) => SubmissionReader.Read("submission.md", text, SubmissionGrader.ExpectedParts(Assignment));
}
