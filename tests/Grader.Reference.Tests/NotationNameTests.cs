namespace Grader.Reference.Tests;

public sealed class NotationNameTests
{
    [TestCase("δ_2", "delta_2")]
    [TestCase("δ₂", "delta_2")]
    [TestCase("\\delta_{2}", "delta_2")]
    [TestCase("\\delta _ { 2 }", "delta_2")]
    [TestCase("delta2", "delta_2")]
    [TestCase("$\\delta_2$", "delta_2")]
    [TestCase("`delta_2`", "delta_2")]
    [TestCase("δ^{(2)}", "delta^2")]
    [TestCase("δ^(2)", "delta^2")]
    [TestCase("δ^{[2]}", "delta^2")]
    [TestCase("δ²", "delta^2")]
    [TestCase("δ⁽²⁾", "delta^2")]
    [TestCase("a^{(1)}_2", "a_2^1")]
    [TestCase("a_2^{(1)}", "a_2^1")]
    [TestCase("∂L/∂z_2", "dl/dz_2")]
    [TestCase("\\frac{\\partial L}{\\partial z_2}", "dl/dz_2")]
    [TestCase("\\dfrac{\\partial L}{\\partial z_{2}}", "dl/dz_2")]
    [TestCase("dL/dz2", "dl/dz_2")]
    [TestCase("\\partial L / \\partial z_2", "dl/dz_2")]
    [TestCase("dW_1", "dw_1")]
    [TestCase("dW1", "dw_1")]
    [TestCase("\\Delta W_1", "deltaw_1")]
    [TestCase("∇_{W_1} L", "nabla_w1l")]
    [TestCase("\\nabla_{W_1} L", "nabla_w1l")]
    [TestCase("W_1'", "w_1'")]
    [TestCase("W_1^{\\text{new}}", "w_1^new")]
    [TestCase("w_{1,2}", "w_12")]
    [TestCase("\\mathbf{W}_{12}", "w_12")]
    [TestCase("\\hat{y}", "haty")]
    public void Ways_to_write_a_name_are_one(string text, string name) => Assert.That(NotationName.Of(text), Is.EqualTo(name));

    [TestCase("")]
    [TestCase("2")]
    [TestCase("0.5")]
    [TestCase("a + b")]
    [TestCase("W x + b")]
    [TestCase("a - t")]
    [TestCase("W \\cdot x = 2")]
    [TestCase("{a")]
    [TestCase("a}")]
    [TestCase("a_")]
    [TestCase("_2")]
    public void A_formula_or_a_number_is_no_name(string text) => Assert.That(NotationName.Of(text), Is.Null);

    [TestCase("δ_1", "δ_2")]
    [TestCase("δ_2", "δ^{(2)}")]
    [TestCase("a_1^{(2)}", "a_2^{(1)}")]
    [TestCase("dW_{12}", "dW_{21}")]
    [TestCase("∂L/∂z_2", "∂L/∂a_2")]
    [TestCase("dW_1", "W_1")]
    [TestCase("W_1", "W_1'")]
    public void Other_quantities_have_other_names(string one, string other) => Assert.That(NotationName.Of(one), Is.Not.EqualTo(NotationName.Of(other)));

    [TestCase("delta_2", "delta")]
    [TestCase("a_2^1", "a")]
    [TestCase("dl/dz_2", "dl/dz")]
    public void Without_indices_it_is_the_kind(string name, string kind) => Assert.That(NotationName.WithoutIndices(name), Is.EqualTo(kind));

    [Test]
    public void Hostile_text_is_no_name_and_no_trouble()
    {
        foreach (var text in new[] { new string('_', 70), new string('{', 70), new string('^', 70), "\\", "\\\\", "a_{", "a^{_{", "\ud83d", new string('a', 1_000_000) })
            Assert.That(() => NotationName.Of(text), Throws.Nothing);
    }
}
