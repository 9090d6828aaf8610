using Grader.Classroom.Decisions;
using Grader.Classroom.Layouts;
using Grader.Classroom.Review;
using Grader.Classroom.Runs;
using Grader.Classroom.Tests;
using Grader.Grading;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Review;
using Grader.Submissions;

namespace Grader.Browser.Tests;

/// <summary>Submissions of <c>cases/hw5</c> whose answer to 2d is prose of all kinds, graded into a run, and served for review.</summary>
internal sealed class ReviewedClass : IDisposable
{
    public const string Check = "2d.batch-size";

    private static readonly string FullMarks = File.ReadAllText(Path.Combine(Repository.Root, "cases", "hw5", "submissions", "full-marks.md"));

    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("grader-reviewed-").FullName;

    /// <param name="answers">To 2d, a submission each.</param>
    public ReviewedClass(IEnumerable<string> answers)
    {
        var start = FullMarks.IndexOf("With the learning rate fixed", StringComparison.Ordinal);
        var end = FullMarks.IndexOf("\n\n## Question 3", start, StringComparison.Ordinal);
        foreach (var answer in answers)
            _texts[$"student-{_texts.Count:000}.md"] = string.Concat(FullMarks.AsSpan(0, start), answer, FullMarks.AsSpan(end));
        Grade(Run);
    }

    public string Run => Path.Combine(_folder, "run");

    public string Folder => _folder;

    /// <summary>Answers that people give, of which the program is not sure: some many times, in several writings.</summary>
    public static IEnumerable<string> Answers(int count)
    {
        string[] usual = ["The accuracy gets lower. Nothing else changes.", "the accuracy gets lower; nothing else changes", "The **accuracy** gets lower. Nothing else changes.", "Raise the learning rate linearly.", "Raise the learnig rate linearly.", "It is faster, and the GPU is used better.", "I am not sure, but maybe the accuracy falls and one must raise the learning rate.", "One must not raise the learning rate.", "Sharp minima are found."];
        var random = new Random(7);
        return Enumerable.Range(0, count).Select(number => random.Next(10) == 0 ? $"Student number {number} saw fewer updates, and the accuracy fell." : usual[(int)(usual.Length * Math.Pow(random.NextDouble(), 2))]);
    }

    public void Grade(string run) => ClassRun.Run(
        new(run, Inputs("k1"), new("", "", ""), Tasks, null, default, Environment.ProcessorCount, TimeSpan.FromMinutes(1), false) { Rubrics = Rubrics.Of(GradedSample.Assignment) }, Grader, _ => { }, default);

    /// <summary>By a key in which the ideas of the check are worth something else.</summary>
    public RegradeDifference Regrade(params (string Idea, decimal Points)[] points)
    {
        var rubrics = new Rubrics(Rubrics.Of(GradedSample.Assignment).Checks.Items.Select(check => check.Check != Check ? check : check with
        {
            Ideas = check.Ideas.Items.Select(idea => idea with { Points = points.First(item => item.Idea == idea.Id).Points }).ToSequence(),
        }).ToSequence());
        return Classroom.Decisions.Regrade.Run(Run, Inputs("k2"), new("", "", ""), rubrics, Tasks, Grader, Environment.ProcessorCount, TimeSpan.FromMinutes(1), false, false, _ => { }, default);
    }

    public async Task<(ReviewServer Server, ReviewSession Session)> Serve(string? run = null, string reviewer = "ana", ReviewPart? part = null)
    {
        var queue = ReviewQueue.Of(run ?? Run, Rubrics.Read(run ?? Run)!, Read, false, Environment.ProcessorCount, (_, _) => { }, default);
        var session = new ReviewSession(run ?? Run, queue, part ?? ReviewPart.Whole, [], reviewer, TimeProvider.System);
        var questions = GradedSample.Assignment.Questions.Items.SelectMany(question => question.Parts.Items.SelectMany(item => item.Checks.Items), (question, check) => (question, check)).ToDictionary(item => item.check.Id, item => new ReviewQuestion(item.question.Title, item.question.Text));
        return (await ReviewServer.Start(new ReviewSite(session, new(session, "Homework 5", questions, Read, "")), 0), session);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Sequence<ClassTask> Tasks => _texts.Keys.Select(name => new ClassTask(new(name, [new(name, name)], []), [new(name, "", IsKnown: true, "")])).ToSequence();

    private RunInputs Inputs(string key) => new("hw5", key, "1.0", "", "", _texts.Count, RunInputs.HashOf(_texts.Keys), null);

    private SampleGrader Grader => new(Graded, InputOf);

    private string InputOf(ClassTask task) => "input of " + task.Name;

    private SubmissionDocument DocumentOf(string name) => SubmissionReader.Read(name, _texts[name], GradedSample.ExpectedParts);

    private GradedTask Graded(ClassTask task) => new(InputOf(task), GradedSample.OfDocument(DocumentOf(task.Name)), null);

    private ReviewedSubmission? Read(string name)
    {
        var document = DocumentOf(name);
        var ideas = ChoiceExplainer.Explain(GradedSample.Assignment, document, "ab").Checks.Items.ToDictionary(check => check.Id, check => check.Candidates.Items.SelectMany(candidate => candidate.Ideas.Items).Distinct().ToSequence());
        return new(SubmissionPassage.Of(document), ReceiptMaker.Of(GradedSample.Assignment, document, "ab").Questions.Items.SelectMany(question => question.Checks.Items).ToDictionary(check => check.Id, check => new ReadAnswer(check.Read, ideas[check.Id], SectionText.Around(document, check.Read))));
    }
}
