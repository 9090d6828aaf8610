using System.Collections.Immutable;
using Grader.Mathematics;

namespace Grader.Reference;

/// <summary>Something that is right in several ways, of which a student takes one for the whole question: mean or sum, W or its transpose.</summary>
/// <param name="Id"><c>weight-layout</c>.</param>
/// <param name="Choices">The first is the key's, as the worksheet stands.</param>
public sealed record Convention(string Id, string Say, Sequence<ConventionChoice> Choices);

/// <summary>One way.</summary>
/// <param name="Say">For the report: <c>gradients have a row an input</c>.</param>
/// <param name="Phrases">What a student says who takes it; they decide where the answers do not.</param>
/// <param name="Formulas">The quantities that it changes, and the formulas it puts in their place.</param>
/// <param name="Transposed">Quantities that are written down as their transpose; answers are turned back before they are judged, so that all formulas stay as they are.</param>
public sealed record ConventionChoice(string Id, string Say, Sequence<Phrase> Phrases, ImmutableSortedDictionary<string, Expression> Formulas, Sequence<string> Transposed);
