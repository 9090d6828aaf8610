using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference;

/// <summary>A small assignment to begin with: it passes lint, and shows formulas, a mistake, words and a drawn input.</summary>
public static class CaseScaffold
{
    /// <param name="name">The assignment's id; letters, digits and hyphens.</param>
    /// <param name="schemas">Where the schemas are, as a path or address before their file names, for editors: <c>../schema/</c>. Empty for none.</param>
    /// <returns>Paths in the assignment's folder, each with its text.</returns>
    /// <exception cref="ArgumentException">The name is none.</exception>
    public static Sequence<(string Path, string Text)> Files(string name, string schemas = "")
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"\"{name}\" is no name for an assignment: use letters, digits and hyphens.", nameof(name));
        return [(AssignmentReader.FileName, Assignment(name, Schema(schemas, "assignment"))), ("q1.json", Question(Schema(schemas, "question")))];
    }

    private static string Schema(string schemas, string of) => schemas.Length == 0 ? "" : $"  \"$schema\": \"{schemas}{of}.schema.json\",\n";

    private static string Assignment(string name, string schema) => $$"""
        {
        {{schema}}  "format": {{CaseMigrations.Current}},
          "id": "{{name}}",
          "title": "{{name}}",
          "questions": ["q1.json"],
        }

        """;

    private static string Question(string schema) => $$"""
        {
        {{schema}}  "id": "1",
          "title": "Output of a convolution",
          // {=W} is the value of W; every student has one of these widths.
          "text": "An image of width {=W} goes through a convolution with kernels of {=k} × {=k}, stride {=s} and padding {=p}.",
          "inputs": {
            "W": { "draw": [32, 64, 128] },
            "k": 3,
            "s": 2,
            "p": 1,
          },
          "quantities": {
            "output": { "formula": "floor((W - k + 2*p)/s) + 1", "say": "output width" },
            "fall": { "formula": "(W - output)/W", "say": "share by which the width falls" },
          },
          "mistakes": [
            { "id": "padding-forgotten", "say": "Left out the padding.", "formulas": { "output": "floor((W - k)/s) + 1" } },
          ],
          "parts": [
            {
              "id": "1a",
              "text": "How wide is the output?",
              "checks": [
                {
                  "id": "1a.output", "kind": "number", "points": 2,
                  "ask": "output width",
                  "quantity": "output", "tolerance": { "absolute": 0 },
                  "labels": [["output", "width", "size"]],
                },
              ],
            },
            {
              "id": "1b",
              "text": "By what percentage is it smaller than the input, and why?",
              "checks": [
                {
                  "id": "1b.fall", "kind": "number", "points": 1,
                  "ask": "fall of the width, in percent",
                  "quantity": "fall", "percent": true, "tolerance": { "digits": 3 },
                  "labels": [["smaller", "fall*", "percent*", "reduc*", "decreas*"]],
                },
                {
                  "id": "1b.reason", "kind": "rubric", "points": 1,
                  "ask": "why the output is smaller",
                  "ideas": [
                    { "id": "stride", "say": "the stride skips positions", "phrases": ["strid* ... skip*|half|halv*|every", "skip* ... position*|pixel*"] },
                  ],
                  "model": "A stride of {=s} skips positions: the kernel stops at every second pixel only.",
                },
              ],
            },
          ],
        }

        """;
}
