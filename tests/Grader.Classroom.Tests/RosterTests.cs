using System.Text;
using Grader.Classroom.Layouts;
using Grader.Classroom.Rosters;

namespace Grader.Classroom.Tests;

/// <summary>Rosters as platforms export them, and whom a submission is found by.</summary>
[TestFixture]
public sealed class RosterTests
{
    [TestCase("id,name,email,section\n7,Jane Doe,jane@x.edu,A", "7 | Jane Doe | jane@x.edu | A")]
    [TestCase("Student,ID,SIS User ID,SIS Login ID,Section,HW5 (1)\n    Points Possible,,,,,40\n\"Doe, Jane\",123,0012,doe1,A,", "0012 | Doe, Jane |  | A")]
    [TestCase("Identifier,Full name,Email address,Status\nParticipant 12,Jane Doe,jane@x.edu,Submitted", "jane@x.edu | Jane Doe | jane@x.edu | ")]
    [TestCase("First name;Surname;ID number\nJane;Doe;7", "7 | Jane Doe |  | ")]
    [TestCase("identifier,github_username,github_id,name\n\"7\",jane,99,Jane Doe", "7 | Jane Doe |  | ")]
    [TestCase("id;name;Homework 1, convolutions\n7;Doe, Jane;", "7 | Doe, Jane |  | ")]
    [TestCase("\"id\";\"points, all\";\"name\"\n7;;Jane Doe", "7 | Jane Doe |  | ")]
    [TestCase("Student,ID,SIS User ID,Section,HW5 (1)\n,,,,Manual Posting\n    Points Possible,,,,40\n\"Doe, Jane\",123,0012,A,", "0012 | Doe, Jane |  | A")]
    [TestCase("name\nJane Doe\nJo", "Jane Doe | Jane Doe |  | ; Jo | Jo |  | ")]
    public void Columns_of_platforms(string csv, string expected)
    {
        var roster = Read(csv);
        Assert.That(roster.Problems, Is.Empty);
        Assert.That(string.Join("; ", roster.Students.Select(student => $"{student.Id} | {student.Name} | {student.Email} | {student.Section}")), Is.EqualTo(expected));
    }

    [TestCase("id,name\n7,Jane\n7,Jane", "roster.csv:3: 7 stands in line 2 already. The first row counts.")]
    [TestCase("id,name\n7,Jane\n7,Jo", "roster.csv:3: 7 stands in line 2 already, there as Jane, here as Jo. The first row counts.")]
    [TestCase("id,login\n7,a\n8,A", "roster.csv:3: 8 has the same login (A) as 7 in line 2: no submission is found by it. Mend the one that is wrong.")]
    [TestCase("id,section\n7,a\n,b", "roster.csv:3: this row names nobody, and is passed over.")]
    [TestCase("name\nJane\nJane", "roster.csv:3: Jane stands in line 2 already. The first row counts.")]
    public void Doubtful_rows_are_told(string csv, string problem) => Assert.That(Read(csv).Problems, Is.EqualTo(new[] { problem }));

    /// <summary>More than a case's file may have.</summary>
    [Test]
    public void A_hundred_thousand_students() =>
        Assert.That(Read("id,login,email\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i:00000000},l{i},l{i}@a-university.example.edu\n"))).Students, Has.Count.EqualTo(100_000));

    [TestCase("")]
    [TestCase("points,grade\n1,2")]
    [TestCase("id,name\n7,Jane,too,many")]
    public void What_is_no_roster_is_refused(string csv)
    {
        var refused = Assert.Throws<ClassroomException>(() => Read(csv));
        Assert.That(refused!.Fault, Is.EqualTo(ClassroomFault.Usage));
        Assert.That(refused.Message, Does.StartWith("roster.csv"));
    }

    private const string Class = "id,login,email,name,canvas_id,github\n1,jdoe,jane@x.edu,Jane Doe,501,janed\n2,roe,jo@x.edu,\"Roe, Jo Ann\",502,roe-1\n3,pat1,pat1@x.edu,Pat Poe,503,\n4,pat2,pat2@x.edu,Pat Poe,504,";

    [TestCase("jdoe.md", "1")]
    [TestCase("JDOE.md", "1")]
    [TestCase("2.md", "2")]
    [TestCase("Jane Doe.md", "1")]
    [TestCase("doe_jane.md", "1")]
    [TestCase("jo@x.edu.md", "2")]
    [TestCase("jane.md", "?no student of the roster")]
    [TestCase("Pat Poe.md", "?2 students of the roster may be meant (3, 4)")]
    [TestCase("doejane_501_9_a.md", "1")]
    [TestCase("doejane_999_9_a.md", "1")]
    [TestCase("roejoann_0_9_a.md", "2")]
    [TestCase("poepat_504_9_a.md", "4")]
    [TestCase("poepat_1_9_a.md", "?2 students of the roster may be meant (3, 4)")]
    [TestCase("hw5-janed/|hw5-x/", "1")]
    [TestCase("hw5-roe-1/|hw5-roe-2/", "2")]
    [TestCase("Jo Ann Roe_77_assignsubmission_file_/", "2")]
    public void Whose_a_submission_is(string names, string expected)
    {
        var items = names.Split('|').Select(name => new ClassItem(name.TrimEnd('/'), name.EndsWith('/'))).ToList();
        var found = ClassLayouts.Find(items, _ => true, () => "")[0];
        var student = new RosterMatch(Read(Class)).Match(found.Authors[0]);
        Assert.That(student.IsKnown ? student.Id : "?" + student.Problem, Is.EqualTo(expected));
    }

    private static Roster Read(string csv) => RosterReader.Read("roster.csv", Encoding.UTF8.GetBytes(csv));
}
