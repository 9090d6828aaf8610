using System.Text;
using Grader.Mathematics;
using Grader.Reference;
using Grader.Reference.Training;

namespace Grader.Grading.Tests;

/// <summary>Of figures of their own runs, and of what is said of them.</summary>
public sealed partial class JudgementTests
{
    private const string Own = "Training accuracy: 72.31 %, test accuracy: 62.40 %.";
    private const string Later = "Training accuracy: 81.40 %, test accuracy: 65.90 %.";

    [Test]
    public Task Of_own_runs() => Say(
    [
        ("4a.train-accuracy", Own),
        ("4a.train-accuracy", "Training accuracy: 12.00 %, test accuracy: 62.40 %."),
        ("4a.train-accuracy", "Training accuracy: 0.7231, test accuracy: 0.6240."),
        ("4a.train-accuracy", "Training accuracy: 99.90 %, test accuracy: 62.40 %."),
        ("4a.train-accuracy", "Training accuracy: 172.31 %."),
        ("4a.train-accuracy", "Training accuracy: 72 or 73 %."),
        ("4a.train-accuracy", "Training accuracy: 72.31 %.\n\nTraining accuracy: 75.00 %.\n\nTraining accuracy: 76.00 %."),
        ("4a.train-accuracy", "Training accuracy: 72.31 %.\n\nTraining accuracy: 0.7231."),
        ("4a.train-accuracy", "Training accuracy: 1."),
        ("4a.train-accuracy", "Training accuracy: 1 %."),
        ("4a.train-accuracy", "Perhaps the training accuracy was 72.31 %."),
        ("4a.train-accuracy", "| measure | value |\n|---|---|\n| training accuracy | 72.31 % |"),
        ("4a.train-accuracy", "| measure | value |\n|---|---|\n| best training accuracy | 72.31 % |"),
        ("4a.train-accuracy", "| measure | value |\n|---|---|\n| training accuracy, error | 72.31 % |"),
        ("4a.train-accuracy", "Training accuracy: 72.31 % on a subset of 1000 images."),
        ("4a.train-accuracy", "On a subset of 1000 images the training accuracy was 72.31 %."),
        ("4a.train-accuracy", "Training accuracy: 72.31 % on MNIST."),
        ("4a.train-accuracy", "Training accuracy on CIFAR-100: 72.31 %."),
        ("4a.train-accuracy", "Training accuracy: 72.31 % on CIFAR 10."),
        ("4a.train-accuracy", "Training accuracy: 72.31 % on CIFAR10."),
        ("4a.train-accuracy", "Training accuracy: 72.31 %, which collapsed to 10 %."),
        ("4a.train-accuracy", "Training accuracy: 72.31 %, and the test accuracy collapsed to 10 %."),
        ("4a.train-accuracy", "Training accuracy (cross-entropy): 72.31 %."),
        ("4a.train-accuracy", "Training accuracy, error rate: 27.69 %."),
        ("4a.train-accuracy", "The loss and the training accuracy: 72.31 %."),
        ("4a.train-accuracy", "The training accuracy with its loss: 72.31 %."),
        ("4a.train-accuracy", "The training of 10 epochs came to 72.31 % accuracy."),
        ("4a.train-accuracy", "The training accuracy rose by 72.31 %."),
        ("4a.train-accuracy", "In epoch 1 the training accuracy was 72.31 %."),
        ("4a.train-accuracy", "The training accuracy was 72.31 % (at the best epoch)."),
        ("4a.train-accuracy", "By random guessing the training accuracy is 10 %."),
        ("4a.train-accuracy", "Training accuracy: 65.0 %."),
        ("4a.train-accuracy", "Training accuracy: 82.0 %."),
        ("4a.train-accuracy", ""),
        ("4a.test-accuracy", "The test accuracy peaked at 62.4 % in epoch 7 and ended at 48.1 %."),
        ("4a.test-accuracy", "The best test accuracy was 62.4 %."),
        ("4a.test-accuracy", "The test accuracy rose from 41.0 % to 62.4 %."),
        ("4a.test-accuracy", "The test accuracy is about 62 %."),
        ("4a.gap", Own + " The gap is 9.91 %."),
        ("4a.gap", Own + " The gap is 9.9 points."),
        ("4a.gap", Own + " The gap is 10 %."),
        ("4a.gap", Own + " The gap is 12 %."),
        ("4a.gap", Own + " The gap is −9.91 %."),
        ("4a.gap", Own + " The gap to the paper is 9.91 %."),
        ("4a.gap", Own + " The difference in loss is 9.91 %."),
        ("4a.gap", Own + " The test accuracy is higher, with a gap of 9.91 %."),
        ("4a.gap", Own),
        ("4a.gap", "The gap is 9.91 %."),
        ("4a.gap", "Training accuracy: 72.31 %. The gap is 9.91 %."),
        ("4a.gap", "Training accuracy: 72.31 %. The best test accuracy was 62.40 %. The gap is 9.91 %."),
        ("4a.gap", "Training accuracy: 0.7231, test accuracy: 0.6240. The gap is 0.0991."),
        ("4a.gap", "Training accuracy: 0.7231, test accuracy: 0.6240. The gap is 9.91."),
        ("4a.gap", "Training accuracy: 0.7231, test accuracy: 0.6240. The gap is 0.0992."),
        ("4a.gap", "Training accuracy: 0.7231, test accuracy: 0.6240. The gap is 0.0991 %."),
        ("4a.gap", "Training accuracy: 63.4 %, test accuracy: 62.4 %. The gap is 1."),
        ("4a.gap", "Training accuracy: 63.4 %, test accuracy: 62.4 %. The gap is 0.01."),
        ("4a.gap", "Training accuracy: 163.4 %, test accuracy: 63.4 %. The gap is 1."),
        ("4a.gap", "Training accuracy: 1.00, test accuracy: 0.6240. The gap is 37.6 %."),
        ("4a.gap", Own + " The gap is about 10 %."),
        ("4a.gap", Own + " The gap is about 9 %."),
        ("4a.gap", Own + " The gap is about 11 %."),
        ("4a.gap", Own + " The gap is about 10.91 %."),
        ("4a.gap", Own + " The gap is around 10.9 %."),
        ("4a.gap", Own + " The gap is around 10.0 %."),
        ("4a.gap", Own + " The gap is around 9.8 %."),
        ("4a.gap", Own + " The gap is 0 %."),
        ("4a.gap", "Training accuracy: 62.4 %, test accuracy: 62.4 %. The gap is 0 %, the test accuracy is higher."),
        ("4a.gap", "Training accuracy: 62.4 %, test accuracy: 62.4 %. The gap is -0 %, the training accuracy is lower."),
        ("4a.gap", "Training accuracy: 60.4 %, test accuracy: 62.4 %. The gap is -2.0 %."),
        ("4a.gap", "Training accuracy: 60.4 %, test accuracy: 62.4 %. The gap is 2.0 %, the test accuracy is higher."),
        ("4a.gap", "Training accuracy: 60.4 %, test accuracy: 62.4 %. The gap is 2.0 %, the training accuracy is higher."),
        ("4a.gap", Own + " From test to training the gap is −9.91 %."),
        ("4a.gap", Own + " From training to test the gap is −9.91 %."),
        ("4a.gap", Own + " The training accuracy and the test accuracy, the training one first: −9.91 % is the gap."),
        ("4a.gap", Own + " The gap between test and validation is 9.91 %."),
        ("4a.gap", Own + " The gap between validation and paper is 9.91 %."),
        ("4a.gap", Own + " The gap between the training set and the paper is 9.91 %."),
        ("4a.gap", Own + " The gap between training and test accuracy is 9.91 %."),
        ("4a.gap", Own + " The gap between paper and book is 9.91 %."),
        ("4a.gap", Own + " The gap is 9.91 % between training and test accuracy, higher than thought."),
        ("4a.gap", Own + " The gap is maybe 9.91 %."),
        ("4a.gap", "```answers\n4a.gap: 9.91 %\n4a.gap: 12 %\n```\n\n" + Own),
        ("4b.effect", Both("Both accuracies rose.")),
        ("4b.effect", Both("Both accuracies fell.")),
        ("4b.effect", Both("The training accuracy rose and the test accuracy fell.")),
        ("4b.effect", Both("The training accuracy rose.")),
        ("4b.effect", Both("The training accuracy rose. The training accuracy fell. The test accuracy rose.")),
        ("4b.effect", Both("The training accuracy did not rise, the test accuracy rose.")),
        ("4b.effect", Both("The training accuracy doubled and the test accuracy rose.")),
        ("4b.effect", Both("The training accuracy was halved and the test accuracy rose.")),
        ("4b.effect", Both("The training accuracy stayed the same and the test accuracy rose.")),
        ("4b.effect", Both("The training accuracy rose by 9.09 points and the test accuracy rose by 3.5 points.")),
        ("4b.effect", Both("The training accuracy rose by 12.57 % and the test accuracy rose by 5.6 %.")),
        ("4b.effect", Both("The training accuracy rose by 20 points and the test accuracy rose by 3.5 points.")),
        ("4b.effect", Both("Without batch norm the training accuracy rose and the test accuracy rose.")),
        ("4b.effect", Both("The paper says that the training accuracy rose and the test accuracy rose.")),
        ("4b.effect", Both("The training accuracy is higher than in (c), the test accuracy is higher than in (a).")),
        ("4b.effect", Both("The training loss rose and the test loss rose.")),
        ("4b.effect", Both("It works well.")),
        ("4b.effect", Both("")),
        ("4b.effect", $"### (b)\n\n{Later} Both accuracies rose."),
        ("4b.effect", $"### (a)\n\n{Own}"),
        ("4.time", Times("60 s", "75 s, longer than (a)", "80 s, longer than (b)")),
        ("4.time", Times("60 s", "75 s, shorter than (a)", "80 s")),
        ("4.time", Times("60 s", "75 s, longer than (a)", "80 s, shorter than (b)")),
        ("4.time", Times("60 s", "75 s", "80 s")),
        ("4.time", Times("60 s", "75 s", "80 s, the longest of all")),
        ("4.time", Times("60 s", "75 s", "70 s, the longest of all")),
        ("4.time", Times("60 s", "75 s", "70 s. (c) was the slowest")),
        ("4.time", Times("60 s, the fastest", "75 s", "70 s")),
        ("4.time", Times("60 s", "75 s, as long as (a)", "62 s, about as long as (a)")),
        ("4.time", Times("60 s", "75 s, longer than (a)", "a while")),
        ("4.time", Times("a while", "longer than (a)", "longer than (b)")),
        ("4.time", Times("1 min", "1 min 15 s, 15 s longer than (a)", "80 s, slower than (b)")),
        ("4.time", "### (a)\n\n### (b)\n\n### (c)"),
    ]);

    /// <summary>Sizes at their bounds, words that may stand between "both" and what is meant, and what was named last before them.</summary>
    [Test]
    public Task Of_effects() => Say(
    [
        .. Effects("Training accuracy: 60 %, test accuracy: 60 %.", "Training accuracy: 40 %, test accuracy: 60 %.",
            "The training accuracy fell and the test accuracy stayed the same.",
            "The training accuracy rose and the test accuracy stayed the same.",
            "The training accuracy was halved and the test accuracy did not rise.",
            "The training accuracy fell and the test accuracy was halved.",
            "The training accuracy fell by 20 points and the test accuracy stayed the same.",
            "The training accuracy fell by 33.3 % and the test accuracy stayed the same.",
            "The training accuracy fell by 32 % and the test accuracy stayed the same.",
            "The training accuracy fell by 31 % and the test accuracy stayed the same."),
        .. Effects("Training accuracy: 60 %, test accuracy: 60 %.", "Training accuracy: 36 %, test accuracy: 24 %.",
            "The training accuracy was halved and the test accuracy was halved.",
            "The training accuracy was not halved and the test accuracy fell."),
        .. Effects("Training accuracy: 60 %, test accuracy: 60 %.", "Training accuracy: 36.1 %, test accuracy: 23.9 %.",
            "The training accuracy was halved and the test accuracy fell.",
            "The training accuracy fell and the test accuracy was halved."),
        .. Effects("Training accuracy: 40 %, test accuracy: 40 %.", "Training accuracy: 64 %, test accuracy: 96 %.",
            "The training accuracy doubled and the test accuracy doubled."),
        .. Effects("Training accuracy: 40 %, test accuracy: 40 %.", "Training accuracy: 63.9 %, test accuracy: 40.5 %.",
            "The training accuracy doubled and the test accuracy stayed the same.",
            "The training accuracy rose and the test accuracy stayed the same.",
            "The training accuracy rose and the test accuracy rose.",
            "The training accuracy rose and the test accuracy fell."),
        .. Effects("Training accuracy: 50 %, test accuracy: 50 %.", "Training accuracy: 60 %, test accuracy: 50.51 %.",
            "The training accuracy rose by 21 % and the test accuracy stayed the same.",
            "The training accuracy rose by 21 % and the test accuracy rose.",
            "The training accuracy rose by 22 % and the test accuracy rose.",
            "The training accuracy rose by 11 points and the test accuracy rose by 0.61 points.",
            "The training accuracy rose by 12 points and the test accuracy rose by 0.61 points.",
            "The training accuracy rose by 11 points and the test accuracy rose by 0.62 points.",
            "The training accuracy rose by 9 points and the test accuracy rose by 0.41 points.",
            "The training accuracy rose by 8 points and the test accuracy rose by 0.40 points."),
        .. Effects("Training accuracy: 0.50, test accuracy: 0.50.", "Training accuracy: 0.60, test accuracy: 0.55.",
            "The training accuracy rose by 10 points and the test accuracy rose by 5 points.",
            "The training accuracy rose by 20 % and the test accuracy rose by 10 %.",
            "The training accuracy rose by 15 points and the test accuracy rose by 5 points."),
        .. Effects("Training accuracy: 0 %, test accuracy: 50 %.", "Training accuracy: 10 %, test accuracy: 60 %.",
            "The training accuracy rose by 10 points and the test accuracy rose.",
            "The training accuracy rose by 20 points and the test accuracy rose."),
        .. Effects("Training accuracy: 0.7231, test accuracy: 0.6240.", "Training accuracy: 70 %, test accuracy: 0.65.",
            "The training accuracy fell and the test accuracy rose.",
            "The training accuracy rose and the test accuracy rose."),
        .. Effects("Training accuracy: 72.31 %, test accuracy: 62.40 %.", "Training accuracy: 0.7, test accuracy: 65.",
            "The training accuracy fell and the test accuracy rose.",
            "The training accuracy rose and the test accuracy fell."),
        .. Effects("Training accuracy: 50 %, test accuracy: 50 %.", "Training accuracy: 60 %, test accuracy: 60 %.",
            "Both accuracies rose by 20 %.",
            "Both accuracies rose by 21 %.",
            "Both accuracies rose by 22 %.",
            "Both accuracies rose by 20 points.",
            "Both accuracies rose by 20 percentage points.",
            "Both accuracies rose by 20 %-points.",
            "Both accuracies rose by 20 pp.",
            "Both accuracies rose by 20 percent.",
            "Both accuracies rose by 10 percentage points.",
            "Both accuracies rose by 19 %.",
            "Both accuracies rose by 18 %.",
            "Both accuracies rose by 10 %."),
        .. Effects("Training accuracy: 0.5, test accuracy: 0.5.", "Training accuracy: 0.6, test accuracy: 0.6.",
            "Both accuracies rose by 20 %.",
            "Both accuracies rose by 10 points.",
            "Both accuracies rose by 15 points."),
        .. Effects("Training accuracy: 0 %, test accuracy: 0 %.", "Training accuracy: 10 %, test accuracy: 10 %.",
            "Both accuracies rose by 10 points.",
            "Both accuracies rose by 12 points."),
        .. Effects(Own, Later,
            "Both training values rose.",
            "Compare the accuracies. Both rose.",
            "Compare the accuracies. Both of them rose.",
            "Compare the accuracies. All of these values rose.",
            "Compare the accuracies. Both networks rose.",
            "Compare the losses. Both rose.",
            "Compare the accuracies and the losses. Both rose.",
            "Compare the losses and the accuracies. Both rose.",
            "Compare the accuracies and the times. Both rose.",
            "Compare the accuracies and the time. Both rose.",
            "Compare them. Both rose.",
            "All accuracies rose.",
            "Both the accuracies rose.",
            "Both networks' accuracies rose.",
            "The accuracies of both rose.",
            "The training accuracy rose and the error of the test accuracy rose.",
            "Both train and test accuracy rose.",
            "The training accuracy rose. Did the test accuracy rise?",
            "The training accuracy rose, training took longer, and the test accuracy rose.",
            "Compared with (a), the training accuracy rose and the test accuracy rose.",
            "Compared with (c), the training accuracy rose and the test accuracy rose."),
    ]);

    [Test]
    public Task Of_effects_on_one_measure()
    {
        var text = new StringBuilder();
        var runs = Homework.Read(Path.Combine(Repository.Root, "cases", "kinds", "training-run"));
        foreach (var answer in (string[])["Both accuracies rose.", "All accuracies rose.", "The test accuracy rose.", "The accuracy rose. Both rose."])
            AddTo(text, runs, "1b.effect", answer, $"## Question 1\n\n### (a)\n\nTest accuracy: 62.4 %.\n\n### (b)\n\nTest accuracy: 65.9 %. {answer}\n");
        return Verify(text.ToString());
    }

    /// <summary>Of figures that are asked for as such, a share of one may be said to have changed by points.</summary>
    [Test]
    public Task Of_effects_on_shares()
    {
        var text = new StringBuilder();
        var shares = Changed(check => check is BandCheck band ? band with { Percent = false } : check);
        foreach (var (before, after, claim) in new[]
        {
            ("0.5", "0.6", "rose by 10 points"),
            ("0.5", "0.6", "rose by 12 points"),
            ("0.5", "0.6", "rose by 20 %"),
            ("0.9", "1", "rose by 10 points"),
            ("1", "0.9", "fell by 10 points"),
            ("1", "1.1", "rose by 10 points"),
            ("1", "1.1", "rose by 10 %"),
            ("1", "2.5", "rose by 2 points"),
            ("1.1", "1", "fell by 10 points"),
            ("2.5", "1", "fell by 2 points"),
            ("0.2", "-0.9", "fell by 110 points"),
            ("0.9", "1.2", "rose"),
            ("1.2", "0.9", "rose"),
        })
        {
            var submission = $"## Question 4\n\n### (a)\n\nTraining accuracy: {before}, test accuracy: {before}.\n\n### (b)\n\nTraining accuracy: {after}, test accuracy: {after}.\n\nBoth accuracies {claim}.\n";
            AddTo(text, shares, "4b.effect", $"{before} to {after}: {claim}", submission);
        }

        return Verify(text.ToString());
    }

    /// <summary>What is no order of these times, although it looks like one, and whom it is said of.</summary>
    [Test]
    public Task Of_orders_of_time() => Say(
    [
        ("4.time", "### (a)\n\nIt took 60 s.\n\n### (b)\n\nIt took 75 s."),
        ("4.time", "### (a)\n\nIt took 60 s.\n\n### (b)\n\nIt took 75 s, longer than (a)."),
        ("4.time", "### (b)\n\nIt took 75 s, longer than (a).\n\n### (c)\n\nIt took 80 s, longer than (b)."),
        ("4.time", Times("60 s", "75 s, 15 s slower than (a)", "80 s")),
        ("4.time", Times("60 s", "75 s, 15 s more than (a)", "80 s")),
        ("4.time", Times("60 s", "45 s, 15 s shorter than (a)", "80 s")),
        ("4.time", Times("60 s", "45 s, 15 s faster than (a)", "80 s")),
        ("4.time", Times("60 s", "45 s, 15 s less than (a)", "80 s")),
        ("4.time", Times("60 s", "45 s, 15 s quicker than (a)", "80 s")),
        ("4.time", Times("60 s", "63 s, as long as (a)", "80 s")),
        ("4.time", Times("60 s", "63.1 s, as long as (a)", "80 s")),
        ("4.time", Times("60 s", "63 s. The time stayed the same", "80 s")),
        ("4.time", Times("60 s", "63.1 s. The time stayed the same", "80 s")),
        ("4.time", Times("60 s", "57 s. The time stayed the same", "80 s")),
        ("4.time", Times("60 s", "56.9 s. The time stayed the same", "80 s")),
        ("4.time", Times("60 s", "60 s, longer than (a)", "80 s")),
        ("4.time", Times("60 s", "60 s, shorter than (a)", "80 s")),
        ("4.time", Times("60 s", "75 s, not longer than (a)", "80 s")),
        ("4.time", Times("60 s", "75 s, no longer than (a)", "80 s")),
        ("4.time", Times("60 s", "75 s", "70 s, longer than (a)")),
        ("4.time", Times("60 s", "75 s", "70 s, longer than (x)")),
        ("4.time", Times("60 s", "75 s", "70 s, longer than (c)")),
        ("4.time", Times("60 s", "75 s", "70 s, longer than in part (a)")),
        ("4.time", Times("60 s", "75 s. Is it the slowest? Who knows", "70 s")),
        ("4.time", Times("60 s", "75 s. Maybe it is the slowest", "70 s")),
        ("4.time", Times("60 s", "75 s. The slowest was (b)", "70 s")),
        ("4.time", Times("60 s", "75 s. The slowest was (c)", "70 s")),
        ("4.time", Times("60 s", "75 s. (a) was the fastest", "70 s")),
        ("4.time", Times("60 s", "75 s. (b) was the fastest", "70 s")),
        ("4.time", Times("60 s", "75 s. (a) was the slowest", "70 s")),
        ("4.time", Times("60 s", "75 s. (a) was the fastest and the slowest was (b)", "70 s")),
        ("4.time", Times("60 s", "75 s. (a) was the fastest and the slowest was (c)", "70 s")),
        ("4.time", Times("60 s", "75 s. (b) was the slowest: (a) took 60 s", "70 s")),
        ("4.time", Times("60 s", "75 s. (b), the slowest", "70 s")),
        ("4.time", Times("60 s", "75 s, while (a) took 60 s, so it is slower", "80 s")),
        ("4.time", Times("60 s", "75 s, while (a) took only about 60 s, so it is slower", "80 s")),
        ("4.time", Times("60 s", "longer than (a), 75 s", "80 s")),
        ("4.time", Times("60 s", "longer: (a) 60 s, (b) 75 s", "80 s")),
        ("4.time", Times("60 s", "longer. Compared to (a) it took 75 s", "80 s")),
        ("4.time", Times("60 s", "longer. (x) took 75 s", "80 s")),
        ("4.time", Times("60 s, longer than (b)", "75 s", "80 s")),
        ("4.time", Times("60 s", "75 s. (x) was the slowest", "70 s")),
        ("4.time", Times("60 s", "75 s. The slowest was (x)", "70 s")),
        ("4.time", Times("60 s", "75 s. (a) is small, (b) was the slowest", "70 s")),
        ("4.time", Times("60 s", "75 s. The slowest epoch took 9 s", "70 s")),
        ("4.time", Times("60 s", "75 s, the longest", "75 s, the longest")),
        ("4.time", Times("60 s", "60 s, the shortest", "75 s")),
        ("4.time", Times("60 s, the shortest", "75 s, longer than (a)", "70 s, longer than (b)")),
    ]);

    /// <summary>A band without runs, one that may be used for nothing, one that is provisional; of a figure that is no percentage; and which other definitions would fit.</summary>
    [Test]
    public Task Of_figures_in_other_bands()
    {
        var text = new StringBuilder();
        foreach (var (say, change) in new (string, Func<BandCheck, BandCheck>)[]
        {
            ("no runs", check => check with { Band = check.Band with { Runs = 0, Low = 0, High = 100 } }),
            ("refused", check => check with { Band = check.Band with { Refusal = "a variant diverged" } }),
            ("provisional", check => check with { Band = check.Band with { Provisional = true } }),
            ("no percentage", check => check with { Percent = false, Band = check.Band with { Low = 0, High = Rational.Of(1, 2), Trained = null } }),
            ("two definitions", check => check with { Band = check.Band with { Low = 0, High = 1, Trained = Fitting(check.Band.Trained!, MeasureDefinition.BestEpoch, MeasureDefinition.DuringEpoch) } }),
            ("one definition", check => check with { Band = check.Band with { Low = 99, High = 100, Trained = Fitting(check.Band.Trained!, MeasureDefinition.Final) } }),
        })
        {
            var assignment = Changed(check => check is BandCheck band ? change(band) : check);
            foreach (var answer in (string[])["Training accuracy: 72.31 %.", "Training accuracy: 0.7231.", "Training accuracy: 0.5."])
                AddTo(text, assignment, "4a.train-accuracy", $"{answer} ({say})", $"## Question 4\n\n### (a)\n\n{answer}\n");
        }

        return Verify(text.ToString());
    }

    private static TrainedBand Fitting(TrainedBand trained, params IEnumerable<MeasureDefinition> definitions) =>
        trained with { Others = [.. definitions.Select(definition => new DefinedBand(definition, new Limits(50, 90)))] };

    private static string Both(string text) => $"### (a)\n\n{Own}\n\n### (b)\n\n{Later}\n\n{text}";

    private static IEnumerable<(string Check, string Answer)> Effects(string before, string after, params IEnumerable<string> claims) =>
        claims.Select(claim => ("4b.effect", $"### (a)\n\n{before}\n\n### (b)\n\n{after}\n\n{claim}"));

    private static string Times(string a, string b, string c) => $"### (a)\n\nIt took {a}.\n\n### (b)\n\nIt took {b}.\n\n### (c)\n\nIt took {c}.";
}
