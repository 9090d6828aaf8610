using Grader.Reference.Tests;
using TorchSharp;
using static Grader.Reference.Tests.Engines.Draws;

namespace Grader.Reference.Torch.Tests;

public sealed class TransformerTests
{
    private const int Configurations = 200;

    /// <summary>Layers with all biases, and the whole with its last norms, are modules of TorchSharp.</summary>
    [Test]
    public void Parameters_of_layers_and_stacks_are_those_of_the_modules()
    {
        var random = new Random(140);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (heads, feedForward, encoders, decoders, vocabulary) = (random.Next(1, 5), random.Next(1, 40), random.Next(1, 4), random.Next(1, 4), random.Next(1, 50));
            var width = heads * random.Next(1, 7);
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "transformer-parameters", "width": {{width}}, "heads": {{heads}}, "feedForward": {{feedForward}}, "encoderLayers": {{encoders}}, "decoderLayers": {{decoders}},
                  "vocabulary": {{vocabulary}}, "finalNorm": true, "head": "separate", "headBias": true }
                """);
            var encoder = torch.nn.TransformerEncoderLayer(width, heads, feedForward);
            var decoder = torch.nn.TransformerDecoderLayer(width, heads, feedForward);
            var (embedding, head) = (Count(torch.nn.Embedding(vocabulary, width)), Count(torch.nn.Linear(width, vocabulary)));
            var norm = Count(torch.nn.LayerNorm(width));
            Expect(worksheet, "attention.parameters", Count(torch.nn.MultiheadAttention(width, heads)));
            Expect(worksheet, "norm.parameters", norm);
            Expect(worksheet, "encoderLayer.parameters", Count(encoder));
            Expect(worksheet, "decoderLayer.parameters", Count(decoder));
            Expect(worksheet, "encoder.parameters", Count(torch.nn.TransformerEncoder(encoder, encoders)) + norm);
            Expect(worksheet, "decoder.parameters", Count(torch.nn.TransformerDecoder(decoder, decoders)) + norm);
            Expect(worksheet, "embedding.parameters", embedding);
            Expect(worksheet, "head.parameters", head);
            Expect(worksheet, "total.parameters", embedding + Count(torch.nn.Transformer(width, heads, encoders, decoders, feedForward)) + head);
        }
    }

    /// <summary>What may be left out, and heads of any width, from matrices one by one.</summary>
    [Test]
    public void Parameters_are_those_of_its_matrices()
    {
        var random = new Random(141);
        for (var round = 0; round < Configurations; round++)
        {
            using var scope = torch.NewDisposeScope();
            var (width, heads, headWidth, feedForward, vocabulary, positions) = (random.Next(1, 20), random.Next(1, 5), random.Next(1, 7), random.Next(1, 40), random.Next(1, 50), random.Next(0, 3) * 16);
            var (encoders, decoders) = (random.Next(0, 3), random.Next(1, 3));
            var (attentionBias, feedForwardBias, shift, embeddingNorm, finalNorm, headBias) = (Coin(), Coin(), Coin(), Coin(), Coin(), Coin());
            var headKind = random.GetItems(["none", "tied", "separate"], 1)[0];
            var worksheet = MemoryCase.Worksheet($$"""
                { "name": "transformer-parameters", "width": {{width}}, "heads": {{heads}}, "headWidth": {{headWidth}}, "feedForward": {{feedForward}}, "encoderLayers": {{encoders}}, "decoderLayers": {{decoders}},
                  "vocabulary": {{vocabulary}}, "positions": {{positions}}, "attentionBias": {{Yes(attentionBias)}}, "feedForwardBias": {{Yes(feedForwardBias)}}, "normShift": {{Yes(shift)}},
                  "embeddingNorm": {{Yes(embeddingNorm)}}, "finalNorm": {{Yes(finalNorm)}}, "head": "{{headKind}}", "headBias": {{Yes(headBias)}} }
                """);
            var inner = heads * headWidth;
            var attention = 3 * Count(torch.nn.Linear(width, inner, attentionBias)) + Count(torch.nn.Linear(inner, width, attentionBias));
            var network = Count(torch.nn.Linear(width, feedForward, feedForwardBias)) + Count(torch.nn.Linear(feedForward, width, feedForwardBias));
            var norm = Count(torch.nn.LayerNorm(width, bias: shift));
            var attentions = encoders > 0 ? 2 : 1;
            var encoder = encoders == 0 ? 0 : encoders * (attention + network + 2 * norm) + (finalNorm ? norm : 0);
            var decoder = decoders * (attentions * attention + network + (attentions + 1) * norm) + (finalNorm ? norm : 0);
            var table = Count(torch.nn.Embedding(vocabulary, width)) + (positions > 0 ? Count(torch.nn.Embedding(positions, width)) : 0) + (embeddingNorm ? norm : 0);
            // A tied head has a bias of its own at most.
            var head = headKind == "none" ? 0 : Count(torch.nn.Linear(width, vocabulary, headBias)) - (headKind == "tied" ? Count(torch.nn.Embedding(vocabulary, width)) : 0);
            Expect(worksheet, "attention.parameters", attention);
            Expect(worksheet, "feedForward.parameters", network);
            Expect(worksheet, "norm.parameters", norm);
            Expect(worksheet, "decoder.parameters", decoder);
            Expect(worksheet, "total.parameters", table + encoder + decoder + head);

            bool Coin() => random.Next(2) == 0;

            static string Yes(bool truth) => truth ? "true" : "false";
        }
    }

    private static long Count(torch.nn.Module module) => module.parameters().Sum(parameter => parameter.numel());
}
