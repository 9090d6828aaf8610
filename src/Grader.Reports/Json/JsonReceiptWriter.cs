using System.Text.Json;
using Grader.Grading;

namespace Grader.Reports;

/// <summary>A receipt as JSON, <c>grader/receipt/v1</c>. Equal receipts give equal bytes.</summary>
public static class JsonReceiptWriter
{
    /// <param name="version">Of the program: <c>1.0.0</c>.</param>
    public static string Write(Receipt receipt, string version) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "grader/receipt/v1");
        JsonText.Write(json, "assignment", receipt.Assignment);
        if (receipt.Student.Length > 0)
            JsonText.Write(json, "student", receipt.Student);
        JsonFound.WriteSubmission(json, receipt.Submission);
        json.WriteString("grader", version);
        JsonText.Write(json, "questions", receipt.Questions, question =>
        {
            JsonText.Write(json, "id", question.Id);
            JsonText.Write(json, "title", question.Title);
            JsonText.Write(json, "checks", question.Checks, check =>
            {
                JsonText.Write(json, "id", check.Id);
                json.WriteString("kind", check.Kind);
                JsonText.Write(json, "ask", check.Ask);
                JsonText.Write(json, "read", check.Read, found => JsonFound.WriteMembers(json, found));
                JsonText.Write(json, "note", check.Note);
            });
        });
        JsonText.Write(json, "images", receipt.Images, image => JsonFound.WriteMembers(json, image));
        JsonText.Write(json, "unread", receipt.Unread, formula =>
        {
            JsonFound.WriteMembers(json, formula.Found);
            JsonText.Write(json, "why", formula.Why);
        });
        JsonText.Write(json, "remarks", receipt.Remarks, remark =>
        {
            JsonReportWriter.WriteFrame(json, remark.In);
            json.WriteNumber("line", remark.Line);
            json.WriteNumber("column", remark.Column);
            JsonText.Write(json, "say", remark.Say);
        });
        JsonText.Write(json, "repairs", receipt.Repairs, repair =>
        {
            JsonReportWriter.WriteFrame(json, repair.In);
            json.WriteNumber("line", repair.Line);
            json.WriteNumber("column", repair.Column);
            JsonText.Write(json, "say", repair.Say);
        });
        json.WriteEndObject();
    });
}
