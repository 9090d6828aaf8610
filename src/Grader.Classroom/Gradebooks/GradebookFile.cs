using System.Text;
using Grader.Classroom.Decisions;
using Grader.Classroom.Rosters;
using Grader.Classroom.Runs;

namespace Grader.Classroom.Gradebooks;

/// <summary>Writes a run's gradebook and counts what it says, a row in memory at a time.</summary>
internal static class GradebookFile
{
    /// <param name="run">Its results are written.</param>
    /// <param name="roster">Null where there is none.</param>
    /// <param name="isWhole">As of <see cref="Gradebook.Of(string, Roster?, bool)"/>.</param>
    /// <param name="gradebook">UTF-8.</param>
    public static RunTally Write(string run, Roster? roster, bool isWhole, Stream gradebook)
    {
        var tally = new RunTally();
        var questions = new List<string>();
        using var book = Gradebook.Open(run, roster, isWhole, result =>
        {
            tally.Count(result);
            if (questions.Count == 0)
                questions.AddRange(result.Questions.Items.Select(question => question.Id));
        });
        using var text = new StreamWriter(gradebook, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        GradebookWriter.Write(text, book.Rows().Select(Counted), questions);
        return tally;

        GradebookRow Counted(GradebookRow row)
        {
            tally.Count(row);
            return row;
        }
    }

    /// <summary>Of a complete run.</summary>
    public static RunTally Write(string run, RunManifest manifest, Stream gradebook) => Write(run, Gradebook.RosterOf(run, manifest), manifest.Inputs.Shard is null, gradebook);
}
