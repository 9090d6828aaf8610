using Grader.Grading.Checks;

namespace Grader.Grading.Tests;

[TestFixture]
public sealed class LostGlyphTests
{
    [TestCase("11", "1", ExpectedResult = true)]
    [TestCase("-5", "5", ExpectedResult = true)]
    [TestCase("294912", "29912", ExpectedResult = true)]
    [TestCase("90.23", "9023", ExpectedResult = true)]
    [TestCase("11", "11", ExpectedResult = false, Description = "nothing lost")]
    [TestCase("11", "2", ExpectedResult = false, Description = "another digit")]
    [TestCase("1", "11", ExpectedResult = false, Description = "a converter does not add")]
    [TestCase("294912", "2991", ExpectedResult = false, Description = "two lost")]
    [TestCase("5", "", ExpectedResult = false, Description = "nothing left")]
    [TestCase("21", "12", ExpectedResult = false, Description = "swapped")]
    public bool Explains_one_lost_character(string expected, string found) => LostGlyph.Explains(expected, found);
}
