using Grader.Mathematics;
using Grader.Reference.Cases;

namespace Grader.Reference.Engines;

/// <summary>A kind of question: builds a worksheet of formulas from inputs, and knows the mistakes that its field knows.</summary>
internal interface IEngine
{
    /// <summary>Its inputs in a case file; the shape's name is the engine's: <c>convolution-stack</c>.</summary>
    CaseShape Inputs { get; }

    /// <summary>Shapes of the objects inside its inputs, for the schema.</summary>
    Sequence<CaseShape> Objects { get; }

    /// <summary>Adds quantities and mistakes; problems of the inputs go to the reader's list.</summary>
    void Build(ObjectReader inputs, TableReader tables, WorksheetBuilder worksheet);
}
