using Grader.Mathematics;

namespace Grader.Verification;

/// <summary>A question as a student states it whose answers are not all right.</summary>
/// <param name="Say">What was changed: <c>digit of 1b.macs-layer1</c>.</param>
/// <param name="Wrong">Checks that must not be <c>correct</c>.</param>
/// <param name="Touched">Other checks whose verdict says nothing: it may follow from a wrong answer, or their value is changed by no more than their tolerance takes.</param>
internal sealed record Change(ChangeKind Kind, string Say, StatedQuestion Question, Sequence<string> Wrong, Sequence<string> Touched);
