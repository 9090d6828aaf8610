using Grader.Cli;
using Grader.Cli.Files;
using Grader.Reference;

namespace Grader.Training.Runs;

/// <summary>The questions of an assignment that train something.</summary>
internal static class TrainingCase
{
    /// <exception cref="GraderException">There is no such assignment, its files are wrong, or it trains nothing.</exception>
    public static (IReadOnlyList<Question> Questions, string Folder) Open(string assignment)
    {
        var root = ConfigurationFile.Find(Directory.GetCurrentDirectory()).Folder;
        var folder = CaseFolder.Folder(assignment, root);
        var read = CaseFolder.Load(assignment, root, isPath: true);
        var questions = read.Questions.Items.Where(question => question.Training is not null).ToList();
        if (questions.Count == 0)
            throw new GraderException(ExitCode.WrongCase, $"{assignment}: no question of it has a \"training\". Describe the runs in the question's file; cases/README.md says how.");
        if (questions.GroupBy(question => question.Training!.Recipe.Folder).FirstOrDefault(group => group.Count() > 1) is { } shared)
            throw new GraderException(ExitCode.WrongCase, $"{assignment}: the questions {string.Join(" and ", shared.Select(question => question.Id))} keep their runs in one folder, {shared.Key}. Give each its own \"folder\".");
        return (questions, folder);
    }

    public static (Question Question, string Folder) Question(string assignment, string id)
    {
        var (questions, folder) = Open(assignment);
        return (questions.First(question => question.Id == id), folder);
    }
}
