using System.Globalization;

namespace Grader.Classroom.Shards;

/// <summary>One of several parts of a class, or of reference runs, each of which a process does, on whatever machine: of the submissions in the order of their names, or the runs as they are planned, every <paramref name="Count"/>th.</summary>
/// <param name="Index">1-based.</param>
public sealed record Shard(int Index, int Count)
{
    private const int MostShards = 100_000;

    /// <param name="position">Of a submission or a run among all, from 0.</param>
    public bool Has(int position) => position % Count == Index - 1;

    /// <summary><c>2/7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    /// <param name="text"><c>2/7</c>; <c>auto</c> or <c>auto/7</c> for what the engine that starts the processes says.</param>
    /// <param name="variable">The value of a variable of the environment; null where there is none.</param>
    /// <exception cref="ClassroomException">It says nothing of the kind.</exception>
    public static Shard Parse(string text, Func<string, string?> variable)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (index, count) = slash < 0 ? (text, "") : (text[..slash], text[(slash + 1)..]);
        if (index == "auto")
            return FromEnvironment(text, slash < 0 ? null : Number(count, text), variable);
        return slash < 0 ? throw Wrong(text) : Of(Number(index, text), Number(count, text), text);
    }

    private static Shard FromEnvironment(string text, int? count, Func<string, string?> variable)
    {
        int? Variable(string name) => variable(name) is { Length: > 0 } value ? Number(value, name) : null;
        if (Variable("SLURM_ARRAY_TASK_ID") is { } task)
        {
            var least = Variable("SLURM_ARRAY_TASK_MIN") ?? 0;
            var step = Math.Max(1, Variable("SLURM_ARRAY_TASK_STEP") ?? 1);
            var tasks = Variable("SLURM_ARRAY_TASK_COUNT") ?? count ?? throw Missing("SLURM_ARRAY_TASK_COUNT");
            if (count is { } said && said != tasks)
                throw new ClassroomException(ClassroomFault.Usage, $"--shard {text}: Slurm's array has {tasks} tasks. Write --shard auto, or --array=1-{said}.");
            if ((task - least) % step != 0 || (task - least) / step >= tasks)
                throw new ClassroomException(ClassroomFault.Usage, $"--shard {text}: task {task} of Slurm's array is not one of {tasks} from {least} on in steps of {step}. Submit an array without gaps, such as --array=1-{tasks}.");
            return Of(((task - least) / step) + 1, tasks, text);
        }
        if (Variable("JOB_COMPLETION_INDEX") is { } completion)
            return Of(completion + 1, count ?? throw Missing("the number of completions (Kubernetes does not tell it)"), text);
        if (Variable("CI_NODE_INDEX") is { } node)
            return Of(node, Variable("CI_NODE_TOTAL") ?? count ?? throw Missing("CI_NODE_TOTAL"), text);
        throw new ClassroomException(ClassroomFault.Usage, $"--shard {text}: nothing in the environment says which shard this is: not SLURM_ARRAY_TASK_ID (Slurm), not JOB_COMPLETION_INDEX (Kubernetes), not CI_NODE_INDEX (GitLab; on GitHub set it from the matrix). Write I/N, such as 1/7.");

        ClassroomException Missing(string what) => new(ClassroomFault.Usage, $"--shard {text}: {what} is not set, so that the number of shards is not known. Write it: --shard auto/7.");
    }

    private static Shard Of(int index, int count, string text) => index >= 1 && index <= count && count <= MostShards ? new(index, count) : throw Wrong(text);

    private static int Number(string digits, string text) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(text);

    private static ClassroomException Wrong(string text) => new(ClassroomFault.Usage, $"--shard {text}: write I/N, I from 1 to N, such as 1/7; or auto, where Slurm, Kubernetes or GitLab say it.");
}
