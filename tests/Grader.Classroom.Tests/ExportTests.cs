using System.Security.Cryptography;
using System.Text;
using Grader.Classroom.Decisions;
using Grader.Classroom.Exports;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;
using Grader.Classroom.Shards;
using Grader.Reference;

namespace Grader.Classroom.Tests;

/// <summary>Gradebooks that platforms import: the right points in the right line of the platform's own file, and nothing where it is not certain.</summary>
[TestFixture]
public sealed class ExportTests
{
    private const string ByLogin = "id,login,email,name,section\n1000,s000,s000@x.edu,\"Null, Nora\",A\n1001,s001,s001@x.edu,\"One, Ona\",A\n1002,s002,s002@x.edu,=HYPERLINK(1),B\n1003,s003,s003@x.edu,\"Three, Theo\",B\n1004,s004,s004@x.edu,Four,B\n1009,s009,s009@x.edu,Nine,B\n1050,s050,s050@x.edu,Fifty,A\n";

    private const string Canvas = """
        Student,ID,SIS User ID,SIS Login ID,Section,Notes,Homework (77),Homework two (78),Current Score
        ,,,,,,Manual Posting,,
            Points Possible,,,,,,4,10,(read only)
        "Null, Nora",500,1000,s000,A,ill,,1,50
        "One, Ona",501,1001,s001,A,,0.5,2,50
        =HYPERLINK(1),502,1002,s002,"B, late",,,3,50
        "Three, Theo",503,1003,s003,B,,,4,50
        Nine,509,1009,s009,B,,2,5,50
        Gone,599,1099,gone,B,,3,6,50
        "Student, Test",600,,t,,,,7,
        """;

    private const string Moodle = """
        Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (submission),Last modified (grade),Feedback comments
        Participant 41,Ona One,s001@x.edu,Submitted for grading,,4.00,"Friday, 1 May 2026, 8:00 AM",-,
        Participant 43,Theo Three,S003@X.EDU,Submitted for grading,2.00,4.00,"Friday, 1 May 2026, 8:00 AM","Saturday, 2 May 2026, 9:30 AM",See me.
        Participant 49,Nina Nine,s009@x.edu,Submitted for grading,1.00,4.00,-,-,Sorry.
        """;

    private string _folder = "";

    private string Run => Path.Combine(_folder, "run");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("grader-export-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Canvas_own_gradebook_filled_in()
    {
        Grade(ByLogin, 10);
        Override.Apply(Run, "s004.md", "1a.x", 4, "Accepted.");
        await Verify(Told(CanvasExport.Write(Request(Canvas))));
    }

    [Test]
    public async Task Canvas_gradebook_made_of_the_roster()
    {
        Grade(ByLogin, 10);
        await Verify(Told(CanvasExport.Write(Request(null))));
    }

    [Test]
    public async Task Moodle_worksheet_filled_in()
    {
        Grade(ByLogin, 10);
        Override.Apply(Run, "s003.md", "1a.x", 3.5m, "Accepted.");
        await Verify(Told(MoodleExport.Write(Request(Moodle))));
    }

    [Test]
    public async Task Moodle_grades_made_of_the_roster()
    {
        Grade("Identifier,Full name,Email address\nParticipant 41,Ona One,s001\nParticipant 43,@SUM(1),s003\nParticipant 49,Nina Nine,s009", 10);
        await Verify(Told(MoodleExport.Write(Request(null))));
    }

    /// <summary>Files as spreadsheets save them give the bytes of the original.</summary>
    [Test]
    public void Separators_marks_and_line_ends_do_not_matter([Values("semicolon", "tab", "bom", "crlf")] string how)
    {
        Grade(ByLogin, 10);
        var other = how switch
        {
            "semicolon" => Separated(';'),
            "tab" => Separated('\t'),
            "bom" => "\uFEFF" + Canvas,
            _ => Canvas.Replace("\n", "\r\n", StringComparison.Ordinal),
        };
        Assert.That(CanvasExport.Write(Request(other)).Text, Is.EqualTo(CanvasExport.Write(Request(Canvas)).Text));
    }

    [Test]
    public void Filled_in_again_it_is_the_same()
    {
        Grade(ByLogin, 10);
        var once = CanvasExport.Write(Request(Canvas)).Text;
        Assert.That(CanvasExport.Write(Request(once)).Text, Is.EqualTo(once));
        var worksheet = MoodleExport.Write(Request(Moodle)).Text;
        Assert.That(MoodleExport.Write(Request(worksheet)).Text, Is.EqualTo(worksheet));
    }

    /// <summary>What Canvas would take for a deletion is never written where Canvas has a grade.</summary>
    [Test]
    public void Only_final_points_leave_what_stands_there()
    {
        Grade(ByLogin, 10);
        var file = Canvas.Replace("A,ill,,1", "A,ill,2.5,1", StringComparison.Ordinal);
        Assert.That(Cells(CanvasExport.Write(Request(file))), Is.EqualTo("s000:0 s001:0.3333 s002:0.6667 s003:1"));
        var final = CanvasExport.Write(Request(file) with { IsFinalOnly = true });
        Assert.That(Cells(final), Is.EqualTo("s001:0.3333 s002:0.6667 s003:1"));
        Assert.That(final.Remarks.Items.Select(remark => remark.Said), Has.Some.EqualTo("1 student has points pending: nothing is written for them."));
        Override.Apply(Run, "s000.md", "1a.x", 3, "Right.");
        Assert.That(Cells(CanvasExport.Write(Request(file) with { IsFinalOnly = true })), Does.StartWith("s000:3 "));
    }

    [TestCase("Homework two", "Homework two (78)")]
    [TestCase("homework  TWO ", "Homework two (78)")]
    [TestCase("Homework (77)", "Homework (77)")]
    [TestCase("Notes", "Notes")]
    [TestCase(null, "Homework (77)")]
    public void The_column_asked_for(string? asked, string column)
    {
        Grade(ByLogin, 10);
        Assert.That(CanvasExport.Write(Request(Canvas) with { Column = asked }).Text.Split("\r\n")[0], Is.EqualTo("Student,ID,SIS User ID,SIS Login ID,Section," + column));
    }

    [TestCase("Student,ID,SIS Login ID,Section,Essay (1)\nA,1,s000,S,\n", null, "lms.csv: no column is called like the assignment, “Homework”. Give --column one of: Essay (1).")]
    [TestCase("Student,ID,SIS Login ID,Section,Essay (1)\nA,1,s000,S,\n", "Homework", "--column Homework: lms.csv has no such column. Give --column one of: Essay (1).")]
    [TestCase("Student,ID,SIS Login ID,Section,Homework (1),Homework (2)\nA,1,s000,S,,\n", null, "lms.csv has 2 columns called so: Homework (1); Homework (2). Give --column the whole name of one.")]
    [TestCase("Student,ID,SIS Login ID,Section,Homework (1),Homework (1)\nA,1,s000,S,,\n", "Homework (1)", "--column Homework (1): lms.csv has 2 columns called so: Homework (1); Homework (1). Rename one on the platform, and export anew.")]
    [TestCase("Student,ID,SIS Login ID,Section,Homework\n    Points Possible,,,,(read only)\nA,1,s000,S,\n", null, "lms.csv: no column is called like the assignment, “Homework”. It has no column to fill in at all: make the assignment on the platform first, and export anew.")]
    [TestCase("Student,ID,SIS Login ID,Section\nA,1,s000,S\n", null, "It has no column to fill in at all")]
    [TestCase("Student,ID,SIS Login ID,Homework (1)\nA,1,s000,\n", null, "lms.csv:1: this header has no Section. There are: Student; ID; SIS Login ID; Homework (1). Canvas hands it out in the gradebook")]
    [TestCase("id,points\n1,2\n", null, "lms.csv:1: this header has no ID, no Section.")]
    [TestCase("", null, "lms.csv: this file is empty.")]
    [TestCase("Student,ID,SIS Login ID,Section,Homework (1)\n", null, "lms.csv: a header, and no student.")]
    [TestCase("Student,ID,SIS Login ID,Section,Homework (1)\n    Points Possible,,,,4\n", null, "lms.csv: a header, and no student.")]
    [TestCase("Student,ID,SIS Login ID,Section,Homework (1)\nA,1,s000,S\n", null, "lms.csv:2:1: This line has 4 fields, and the first has 5.")]
    [TestCase("Student,ID,SIS Login ID,Section,Homework (1)\n\"A,1,s000,S,\n", null, "lms.csv:")]
    [TestCase("Student,ID,SIS Login ID,Section,Homework (1)\nA,1,nobody,S,\n", null, "of the 7 students of the run none is in this file")]
    public void What_is_no_gradebook_of_this_class_is_told(string file, string? column, string message)
    {
        Grade(ByLogin, 10);
        var refused = Assert.Throws<ClassroomException>(() => CanvasExport.Write(Request(file) with { Column = column }));
        Assert.That((refused!.Fault, refused.Message.Contains(message, StringComparison.Ordinal)), Is.EqualTo((ClassroomFault.Usage, true)), refused.Message);
    }

    [TestCase("Identifier,Grade\nParticipant 1,\n", "this header has no Last modified (grade). There are: Identifier; Grade.")]
    [TestCase("Email address,Grade,Last modified (grade)\ns001@x.edu,,\n", "this header has no Identifier.")]
    [TestCase("Kennung,Bewertung\nTeilnehmer 1,\n", "Download grading worksheet; in English.")]
    public void What_is_no_worksheet_is_told(string file, string message)
    {
        Grade(ByLogin, 10);
        Assert.That(Assert.Throws<ClassroomException>(() => MoodleExport.Write(Request(file)))!.Message, Does.Contain(message));
    }

    /// <summary>By number, login and address; by two that contradict each other, or by a name alone, by none.</summary>
    [TestCase("id,login\n1001,s001", "Student,ID,SIS User ID,SIS Login ID,Section,Homework (1)\nA,9,1001,other,S,\nB,10,x,y,S,", "other:0.3333 y:", "")]
    [TestCase("id,login\n1001,s001", "Student,ID,SIS User ID,SIS Login ID,Section,Homework (1)\nA,9,,S001,S,\nB,10,x,y,S,", "S001:0.3333 y:", "")]
    [TestCase("login,email\ns001,ona@x.edu", "Student,ID,SIS User ID,SIS Login ID,Section,Homework (1)\nA,9,,ona@x.edu,S,", "ona@x.edu:0.3333", "")]
    [TestCase("login,canvas_id\ns001,9", "Student,ID,SIS User ID,SIS Login ID,Section,Homework (1)\nA,9,,a,S,\nB,90,9,b,S,", "a:0.3333 b:", "")]
    [TestCase("id,login\n9,s001", "Student,ID,SIS User ID,SIS Login ID,Section,Homework (1)\nA,9,8,a,S,\nB,90,9,b,S,", "a: b:0.3333", "")]
    [TestCase("id,login\n1001,s001", "Student,ID,SIS User ID,SIS Login ID,Section,Homework (1)\nA,9,1001,a,S,\nB,10,x,s001,S,", "a: s001:", "1001: fits lines 2 and 3 of lms.csv; nothing is written")]
    [TestCase("id,login\n1001,s001\ns002,x2", "Student,ID,SIS User ID,SIS Login ID,Section,Homework (1)\nA,9,1001,s001,S,\nB,10,1001,s002,S,", "s001:0.3333", "1001 stands in line 2 already")]
    [TestCase("id,login\n1001,s001\n1002,s002", "Student,ID,SIS User ID,SIS Login ID,Section,Homework (1)\nA,9,1001,s002,S,\nB,10,1003,x,S,", "s002: x:", "1001: line 2 of lms.csv is as well 1002; nothing is written")]
    [TestCase("id,name,login\n501,\"One, Ona\",s001", "Student,ID,Section,Homework (1)\n\"One, Ona\",501,S,", "501:0.3333", "")]
    [TestCase("id,name,login\n501,Ona One,s001\n7,X,s002", "Student,ID,SIS Login ID,Section,Homework (1)\n\"Two, Toni\",501,a,S,\nX,1,s002,S,", "a: s002:0.6667", "501: not in lms.csv")]
    [TestCase("name,login\nOna One,s001\nX,s002", "Student,ID,SIS Login ID,Section,Homework (1)\n\"One, Ona\",501,a,S,\nX,1,s002,S,", "a: s002:0.6667", "s001: not in lms.csv")]
    public void Whose_a_line_is(string roster, string file, string cells, string told)
    {
        Grade(roster, 3);
        var export = CanvasExport.Write(Request(file));
        Assert.That(Cells(export), Is.EqualTo(cells));
        Assert.That(string.Join('\n', export.Remarks.Items.SelectMany(remark => remark.Each.Items)), Does.Contain(told));
    }

    [Test]
    public void Without_a_roster_the_file_says_who_is_who()
    {
        SampleClass.Run(Titled(SampleClass.Request(Run, 3)));
        Assert.That(Cells(CanvasExport.Write(Request(Canvas))), Does.StartWith("s000:0 s001:0.3333 s002:0.6667 s003:"));
        foreach (var write in new Func<ExportRequest, GradebookExport>[] { CanvasExport.Write, MoodleExport.Write })
            Assert.That(Assert.Throws<ClassroomException>(() => write(Request(null)))!.Message, Does.StartWith("This run has no roster"));
    }

    [Test]
    public void A_shard_and_a_run_that_is_not_complete_are_refused()
    {
        SampleClass.Run(SampleClass.Request(Run, 6, shard: new Shard(1, 2)));
        Assert.That(Assert.Throws<ClassroomException>(() => CanvasExport.Write(Request(Canvas)))!.Message, Does.Contain("this is shard 1/2 of a class"));
        Assert.That(Assert.Throws<ClassroomException>(() => CanvasExport.Write(Request(Canvas) with { Run = _folder }))!.Message, Does.Contain("there is no run.json here"));
    }

    [Test]
    public void Other_points_possible_are_told_and_nothing_is_converted()
    {
        Grade(ByLogin, 10);
        var export = CanvasExport.Write(Request(Canvas.Replace(",4,10,", ",100,10,", StringComparison.Ordinal)));
        Assert.That(export.Remarks.Items.Select(remark => remark.Said), Has.Some.Contains("has 100 points possible in Canvas, and the assignment 4"));
        Assert.That(export.Text, Does.Contain("\r\n    Points Possible,,,,,100\r\n"));
        var worksheet = MoodleExport.Write(Request(Moodle.Replace("4.00", "10.00", StringComparison.Ordinal)));
        Assert.That(worksheet.Remarks.Items.Select(remark => remark.Said), Has.Some.Contains("The maximum grade is 10.00 in Moodle, and the assignment has 4 points"));
    }

    /// <summary>Login and points of each line; where there is no login, the number.</summary>
    private static string Cells(GradebookExport export)
    {
        var lines = CsvFile.Read("export.csv", Encoding.UTF8.GetBytes(export.Text)).Lines.Items;
        var who = Math.Max(1, lines[0].Fields.Items.IndexOf("SIS Login ID"));
        return string.Join(' ', lines.Skip(2).Select(line => $"{line.Fields[who]}:{line.Fields[line.Fields.Count - 1]}"));
    }

    private static string Told(GradebookExport export) =>
        $"{export.Text}\n{export.Written} of {export.Listed}\n{string.Concat(export.Remarks.Items.Select(remark => $"{remark.Said}\n{string.Concat(remark.Each.Items.Select(each => $"  {each}\n"))}"))}";

    /// <summary>The same lines, separated otherwise; a comma needs no quotes then.</summary>
    private static string Separated(char separator) => string.Concat(CsvFile.Read("lms.csv", Encoding.UTF8.GetBytes(Canvas)).Lines.Items.Select(line => string.Join(separator, line.Fields.Items) + "\n"));

    private ExportRequest Request(string? file) => new(Run, file is null ? null : ("lms.csv", Encoding.UTF8.GetBytes(file)), null, false);

    private void Grade(string roster, int count)
    {
        var bytes = Encoding.UTF8.GetBytes(roster);
        var request = Titled(SampleClass.Request(Run, count, RosterReader.Read("roster.csv", bytes)));
        SampleClass.Run(request with { RosterBytes = bytes, Inputs = request.Inputs with { Roster = Convert.ToHexStringLower(SHA256.HashData(bytes)) } });
    }

    private static RunRequest Titled(RunRequest request) => request with { Source = request.Source with { Title = "Homework" } };
}
