using System.Text.Json;
using Grader.Mathematics;
using Grader.Reference;

namespace Grader.Reports;

/// <summary>The answer key as JSON, <c>grader/key/v1</c>: values are strings, as exact as they are. Equal keys give equal bytes.</summary>
public static class JsonKeyWriter
{
    /// <param name="version">Of the program: <c>1.0.0</c>.</param>
    public static string Write(AnswerKey key, string version) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "grader/key/v1");
        JsonText.Write(json, "assignment", key.Assignment.Id);
        JsonText.Write(json, "title", key.Assignment.Title);
        if (key.Assignment.Student.Length > 0)
            JsonText.Write(json, "student", key.Assignment.Student);
        json.WriteStartObject("key");
        json.WriteString("sha256", key.Assignment.Sha256);
        json.WriteEndObject();
        json.WriteString("grader", version);
        WriteArray(json, "questions", key.Questions, WriteQuestion);
        json.WriteEndObject();
    });

    private static void WriteQuestion(Utf8JsonWriter json, KeyQuestion question)
    {
        JsonText.Write(json, "id", question.Question.Id);
        JsonText.Write(json, "title", question.Question.Title);
        if (question.Mistakes.Count > 0)
            WriteArray(json, "mistakes", question.Mistakes, WriteMistake);
        WriteArray(json, "parts", question.Parts, (_, part) =>
        {
            JsonText.Write(json, "id", part.Part.Id);
            WriteArray(json, "checks", part.Checks, WriteCheck);
        });
    }

    private static void WriteCheck(Utf8JsonWriter json, KeyCheck check)
    {
        JsonText.Write(json, "id", check.Check.Id);
        json.WriteString("kind", check.Check.Kind);
        JsonText.Write(json, "ask", check.Check.Ask);
        json.WriteNumber("points", PointsFormat.Json(check.Check.Points));
        WriteArray(json, "working", check.Steps, WriteStep);
        if (check.Answer is ValueAnswer answer)
        {
            JsonText.Write(json, "value", ExactText.Of(answer.Value));
            if (answer.Unit.Length > 0)
                JsonText.Write(json, "unit", answer.Unit);
        }
        JsonText.Write(json, "answer", check.Answer is TextAnswer text ? text.Markdown : ((ValueAnswer)check.Answer).Text);
        WriteArray(json, "rows", check.Rows, (_, row) =>
        {
            JsonText.Write(json, "label", row.Label);
            JsonText.Write(json, "value", row.Value);
        });
    }

    private static void WriteStep(Utf8JsonWriter json, WorkedStep step)
    {
        JsonText.Write(json, "quantity", step.Quantity.Name);
        JsonText.Write(json, "say", step.Quantity.Say);
        json.WriteBoolean("given", step.Given);
        if (step.Quantity.Provenance.Length > 0)
            JsonText.Write(json, "provenance", step.Quantity.Provenance);
        if (!step.Given)
        {
            JsonText.Write(json, "formula", step.FormulaText);
            JsonText.Write(json, "substituted", step.SubstitutedText);
        }
        JsonText.Write(json, "value", ExactText.Of(step.Value));
        if (step.Quantity.Unit.Length > 0)
            JsonText.Write(json, "unit", step.Quantity.Unit);
    }

    private static void WriteMistake(Utf8JsonWriter json, KeyMistake mistake)
    {
        JsonText.Write(json, "id", mistake.Mistake.Id);
        JsonText.Write(json, "say", mistake.Mistake.Say);
        JsonText.Write(json, "credit", mistake.Mistake.Credit.ToString());
        WriteArray(json, "cases", mistake.Cases, (_, made) =>
        {
            JsonText.Write(json, "where", made.Where);
            WriteArray(json, "answers", made.Answers, (_, answer) =>
            {
                JsonText.Write(json, "check", answer.Check);
                if (answer.Answer is { } value)
                    JsonText.Write(json, "value", ExactText.Of(value.Value));
                else
                    json.WriteNull("value");
            });
        });
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, Sequence<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
