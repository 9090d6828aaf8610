using Grader.Training.Commands;

namespace Grader.Training.Tests;

/// <summary>What a user notes and what the trainer says stand in one text.</summary>
[TestFixture]
public sealed class SentencesTests
{
    [TestCase("", "", ExpectedResult = "")]
    [TestCase("", "The same.", ExpectedResult = "The same.")]
    [TestCase("decoded from JPEG", "The same.", ExpectedResult = "decoded from JPEG. The same.")]
    [TestCase("Decoded from JPEG. ", "The same.", ExpectedResult = "Decoded from JPEG. The same.")]
    [TestCase("Is it right?", "The same.", ExpectedResult = "Is it right? The same.")]
    [TestCase("Images (JPEG)", "The same.", ExpectedResult = "Images (JPEG). The same.")]
    [TestCase("They say “no.”", "The same.", ExpectedResult = "They say “no.” The same.")]
    [TestCase("They say “no”", "The same.", ExpectedResult = "They say “no”. The same.")]
    [TestCase("of ResNet v1.5", "", ExpectedResult = "of ResNet v1.5.")]
    public string Each_ends_before_the_next_begins(string note, string own) => Sentences.Joined(note, own);
}
