using static Grader.Reference.Cases.CaseValues;

namespace Grader.Reference.Cases;

/// <summary>The objects of an assignment's and a question's file; those of checks stand in <see cref="CheckShapes"/>, those of engines beside them.</summary>
internal static class CaseShapes
{
    public static readonly CaseShape Credit = new("credit", "How answers earn points.", [
        new("chargeMistakesOnce", false, YesNo, "Later checks that a mistake already charged explains get their points back; true unless said."),
        new("carriedForward", false, Fraction, "Share of the points that an answer earns that is right given the student's own earlier value, 0 to 1; 1 unless said."),
        new("guard", false, Fraction, "An answer that follows from an own value which is further off than by this factor, 1 or more, is for a person; 1000 unless said."),
        new("outsideBand", false, OneOf("needs-review", "incorrect"), "What a figure outside its band is; needs-review unless said."),
    ]);

    public static readonly CaseShape Assignment = new("assignment", "An assignment: its questions and how they are credited.", [
        new("$schema", false, Text, "Path of this schema, for editors."),
        new("format", true, $$"""{ "const": {{CaseMigrations.Current}} }""", "Version of the format of case files. Older ones are read too; grader case migrate rewrites them."),
        new("id", true, Text, "Short name, as in reports: hw5."),
        new("title", true, Text, "Title, for people."),
        new("questions", true, Texts, "Question files, in their order, relative to this folder."),
        new("credit", false, An(Credit), "How answers earn points."),
        new("releaseAnswers", false, YesNo, "Students may see the right answers in their reports; false unless said."),
    ]);

    public static readonly CaseShape Table = new("table", "A table in a CSV file beside the question.", [
        new("csv", true, Text, "The file, relative to the assignment's folder."),
        new("header", false, YesNo, "The first line names the columns; true unless said."),
        new("rowNames", false, YesNo, "The first column names the rows; true unless said."),
    ]);

    public static readonly CaseShape OwnQuantity = new("ownQuantity", "A quantity computed from others.", [
        new("formula", true, Text, "Over inputs and other quantities: floor((W - k + 2*p)/s) + 1."),
        new("unit", false, Text, "SI symbol, or nothing for a pure number."),
        new("plausible", false, Text, "What holds of any value that is not absurd, of a student's own as well: out >= 1. What follows from one for which it does not is for a person."),
        new("say", false, Text, "What it is, for people."),
    ]);

    public static readonly CaseShape OwnOccurrence = new("occurrence", "One place where a mistake can be made.", [
        new("where", false, Text, "The place, for the report: layer1."),
        new("formulas", true, MapOf(Text), "The quantities it changes, with the formulas that it puts in their place."),
    ]);

    public static readonly CaseShape OwnMistake = new("mistake", "A mistake that students make.", [
        new("id", true, Text, "Short name, as in reports: stride-plus-one."),
        new("say", true, Text, "One sentence to the student, in the past tense."),
        new("credit", false, Fraction, "Share of a check's points that its value earns, 0 to 1; 0 unless said."),
        new("formulas", false, MapOf(Text), "The quantities it changes, with the formulas that it puts in their place."),
        new("occurrences", false, ListOf(OwnOccurrence), "Instead of formulas, where it can be made in several places."),
    ]);

    public static readonly CaseShape ConventionChoice = new("conventionChoice", "One way of a convention.", [
        new("id", true, Text, "Short name, as in reports: rows."),
        new("say", true, Text, "What it is, for people: gradients have a row an input."),
        new("phrases", false, Texts, "What students say who take it: phrases."),
        new("formulas", false, MapOf(Text), "The quantities it changes, with the formulas that it puts in their place."),
        new("transposed", false, Texts, "Quantities that are written down as their transpose."),
    ]);

    public static readonly CaseShape Convention = new("convention", "Something that is right in several ways, of which a student takes one for the whole question.", [
        new("id", true, Text, "Short name, as in reports: weight-layout."),
        new("say", true, Text, "What is free, for people."),
        new("choices", true, """{ "type": "array", "minItems": 2, "items": { "$ref": "#/$defs/conventionChoice" } }""", "The ways; the first is the key's, as the quantities stand, and changes nothing."),
    ]);

    public static readonly CaseShape Part = new("part", "A part of a question.", [
        new("id", true, Text, "1a; the question's own id for checks that read the whole question."),
        new("text", false, Lines, "What is asked, in Markdown; several lines as a list."),
        new("labels", false, Texts, "What else its heading may say, in any language: phrases."),
        Repetition.CaseKey,
        new("checks", true, """{ "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/check" } }""", "What is asked, one by one."),
    ]);

    public static readonly CaseShape Question = new("question", "A question: its inputs, its worksheet and what is asked.", [
        new("$schema", false, Text, "Path of this schema, for editors."),
        new("id", true, Text, "1."),
        new("title", true, Text, "Title, for people."),
        new("text", false, Lines, "The question in Markdown; several lines as a list."),
        new("labels", false, Texts, "What else its heading may say, in any language: phrases."),
        new("engine", false, """{ "$ref": "#/$defs/engine" }""", "The engine that builds the worksheet, with its inputs."),
        new("inputs", false, MapOf(CaseValues.Table), "Numbers, vectors, matrices and tables by name."),
        new("computed", false, ListOf(ComputedReader.Shape), "Values from a script of the instructor's, where no engine and no formula will do: CSV files with their provenance."),
        new("symbols", false, Texts, "Names that stay symbols in formulas: w_1."),
        new("quantities", false, MapOf($$"""{ "anyOf": [ { "type": "string" }, {{An(OwnQuantity)}} ] }"""), "Quantities of the question's own: formulas by name."),
        new("mistakes", false, ListOf(OwnMistake), "Mistakes that students make, besides those the engine knows."),
        new("training", false, An(TrainingShapes.Recipe), "How reference runs are trained, from which `grader train` makes the bands of this question's checks."),
        new("relabellings", false, ListOf(RelabellingReader.Shape), "Labels that a student may exchange, in one way for the whole question: the numbers of clusters."),
        new("conventions", false, ListOf(Convention), "What is right in several ways, of which a student takes one for the whole question."),
        new("parts", true, ListOf(Part), "The parts, in their order."),
    ]);
}
