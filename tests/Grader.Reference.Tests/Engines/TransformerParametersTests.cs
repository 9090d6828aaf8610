using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Tests.Engines;

public sealed class TransformerParametersTests
{
    /// <summary>Against a list of the tensors of the model, and the sum of their sizes.</summary>
    [Test]
    public void The_total_is_that_of_the_tensors()
    {
        var random = new Random(50);
        for (var round = 0; round < 500; round++)
        {
            var heads = random.Next(1, 5);
            var (headWidth, free) = (random.Next(1, 9), random.Next(3) == 0);
            var width = free ? random.Next(1, 30) : heads * headWidth;
            var (inside, encoder, decoder) = (random.Next(1, 50), random.Next(0, 4), random.Next(1, 4));
            var (vocabulary, positions) = (random.Next(1, 100), random.Next(0, 20));
            var (attentionBias, feedForwardBias, shift, embeddingNorm, finalNorm, headBias) = (Coin(), Coin(), Coin(), Coin(), Coin(), Coin());
            var head = random.GetItems(["none", "tied", "separate"], 1)[0];
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "transformer-parameters", "width": {{width}}, "heads": {{heads}}, "headWidth": {{headWidth}}, "feedForward": {{inside}}, "encoderLayers": {{encoder}}, "decoderLayers": {{decoder}},
                  "vocabulary": {{vocabulary}}, "positions": {{positions}}, "attentionBias": {{Json(attentionBias)}}, "feedForwardBias": {{Json(feedForwardBias)}}, "normShift": {{Json(shift)}},
                  "embeddingNorm": {{Json(embeddingNorm)}}, "finalNorm": {{Json(finalNorm)}}, "head": "{{head}}", "headBias": {{Json(headBias)}} }
                """);

            var tensors = new List<int[]> { new[] { vocabulary, width } };
            if (positions > 0)
                tensors.Add([positions, width]);
            if (embeddingNorm)
                AddNorm();
            AddStack(encoder, 1);
            AddStack(decoder, encoder > 0 ? 2 : 1);
            if (head == "separate")
                tensors.Add([vocabulary, width]);
            if (head != "none" && headBias)
                tensors.Add([vocabulary]);
            Expect(worksheet, "total.parameters", tensors.Sum(shape => shape.Aggregate(1, (product, length) => product * length)));

            void AddStack(int layers, int attentions)
            {
                for (var layer = 0; layer < layers; layer++)
                {
                    for (var attention = 0; attention < attentions; attention++)
                        AddAttention();
                    tensors.AddRange([[width, inside], [inside, width]]);
                    if (feedForwardBias)
                        tensors.AddRange([[inside], [width]]);
                    for (var norm = 0; norm < attentions + 1; norm++)
                        AddNorm();
                }

                if (finalNorm && layers > 0)
                    AddNorm();
            }

            void AddAttention()
            {
                for (var each = 0; each < heads; each++)
                {
                    for (var projection = 0; projection < 3; projection++)
                    {
                        tensors.Add([width, headWidth]);
                        if (attentionBias)
                            tensors.Add([headWidth]);
                    }
                }

                tensors.Add([heads * headWidth, width]);
                if (attentionBias)
                    tensors.Add([width]);
            }

            void AddNorm() => tensors.AddRange(shift ? [[width], [width]] : [[width]]);

            bool Coin() => random.Next(2) == 0;
        }

        static string Json(bool value) => value ? "true" : "false";
    }

    /// <summary>Published models, as their libraries count them: GPT-2 small, and the encoder of BERT base without segment embeddings and pooler.</summary>
    [TestCase(""" "width": 768, "heads": 12, "decoderLayers": 12, "vocabulary": 50257, "positions": 1024, "finalNorm": true, "head": "tied" """, "124439808")]
    [TestCase(""" "width": 768, "heads": 12, "encoderLayers": 12, "vocabulary": 30522, "positions": 512, "embeddingNorm": true """, "108890112")]
    public void Published_models_are_counted(string inputs, string total) =>
        Assert.That(KeyText.Of(Read(inputs)["total.parameters"].Value!), Is.EqualTo(total));

    /// <summary>Attention 4 (16 + 4) = 80, feed-forward 2·4·8 + 12 = 76, layer norm 8; a layer of the encoder 172, of the decoder 260.</summary>
    [TestCase("output-projection-left-out", "attention.parameters", "60")]
    [TestCase("one-projection-counted", "attention.parameters", "20")]
    [TestCase("attention-bias-left-out", "attention.parameters", "64")]
    [TestCase("width-not-divided", "attention.parameters", "156")]
    [TestCase("one-feed-forward-matrix", "feedForward.parameters", "40")]
    [TestCase("feed-forward-bias-left-out", "feedForward.parameters", "64")]
    [TestCase("norm-shift-left-out", "norm.parameters", "4")]
    [TestCase("norms-left-out", "encoderLayer.parameters", "156")]
    [TestCase("one-norm-a-layer", "decoderLayer.parameters", "244")]
    [TestCase("cross-attention-left-out", "decoderLayer.parameters", "180")]
    [TestCase("decoder-counted-as-encoder", "decoderLayer.parameters", "172")]
    [TestCase("one-layer-counted", "encoder.parameters", "180")]
    [TestCase("final-norm-left-out", "encoder.parameters", "344")]
    [TestCase("embedding-left-out", "total.parameters", "918")]
    [TestCase("positions-left-out", "total.parameters", "938")]
    [TestCase("embedding-norm-left-out", "total.parameters", "950")]
    [TestCase("tied-head-counted", "head.parameters", "50")]
    [TestCase("head-bias-left-out", "head.parameters", "0")]
    public void Each_mistake_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = Read(""" "width": 4, "heads": 2, "feedForward": 8, "encoderLayers": 2, "decoderLayers": 2, "vocabulary": 10, "positions": 5, "embeddingNorm": true, "finalNorm": true, "head": "tied", "headBias": true """);
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase("attention-bias-counted", "attention.parameters", "80")]
    [TestCase("feed-forward-bias-counted", "feedForward.parameters", "76")]
    [TestCase("norm-shift-counted", "norm.parameters", "8")]
    [TestCase("head-taken-for-tied", "total.parameters", "176")]
    public void Each_mistake_without_biases_has_its_value(string mistake, string quantity, string value)
    {
        var worksheet = Read(""" "width": 4, "heads": 2, "feedForward": 8, "encoderLayers": 1, "vocabulary": 10, "attentionBias": false, "feedForwardBias": false, "normShift": false, "head": "separate" """);
        Assert.That(KeyText.Of(worksheet.Making(mistake)[quantity].Value!), Is.EqualTo(value));
    }

    [TestCase(""" "width": 5, "heads": 2, "encoderLayers": 1 """, "A width of 5 cannot be divided among 2 heads.")]
    [TestCase(""" "width": 4, "heads": 2 """, "There are no layers.")]
    [TestCase(""" "width": 4, "heads": 2, "decoderLayers": 1, "head": "tied" """, "There is an output head, and no vocabulary.")]
    public void Wrong_inputs_are_told(string inputs, string problem) =>
        Assert.That(Assert.Throws<AssertionException>(() => Read(inputs))?.Message, Does.Contain(problem));

    private static Worksheet Read(string inputs) => MemoryCase.Worksheet($$"""{ "name": "transformer-parameters", {{inputs}} }""");
}
