using Grader.Mathematics;
using Grader.Reference.Training;

namespace Grader.Reference.Cases;

/// <summary>Reads how a network is trained: of the recipe, and what variants and variations change of it.</summary>
internal static class SettingsReader
{
    private const int MostEpochs = 100_000;

    public static SettingChanges Read(ObjectReader reader) => new(
        reader.Object("optimizer", TrainingShapes.Optimizer) is { } optimizer ? ReadOptimizer(optimizer) : null,
        reader.Object("schedule", TrainingShapes.Schedule) is { } schedule ? ReadSchedule(schedule) : null,
        reader.Node("batch") is null ? null : reader.Integer("batch", 1, 1),
        reader.Node("epochs") is null ? null : reader.Integer("epochs", 1, 1, MostEpochs));

    private static Optimizer ReadOptimizer(ObjectReader reader)
    {
        var rate = Above(reader, "rate", Rational.Of(1, 1000), true);
        var decay = Above(reader, "weightDecay", Rational.Zero, false);
        if (reader.OneOf("kind", "adam", "sgd") == "sgd")
        {
            Refuse(reader, "sgd", "beta1", "beta2", "epsilon");
            return new GradientDescent(rate, decay, reader.Share("momentum", Rational.Zero), reader.Truth("nesterov", false));
        }

        Refuse(reader, "adam", "momentum", "nesterov");
        return new Adam(rate, decay, BelowOne(reader, "beta1", Rational.Of(9, 10)), BelowOne(reader, "beta2", Rational.Of(999, 1000)), Above(reader, "epsilon", Rational.PowerOfTen(-8), true));
    }

    private static Schedule ReadSchedule(ObjectReader reader)
    {
        var kind = reader.OneOf("kind", "constant", "step", "cosine");
        if (kind != "step")
        {
            Refuse(reader, kind, "every", "factor");
            return kind == "cosine" ? new CosineRate() : new ConstantRate();
        }

        if (reader.Node("every") is null)
            reader.Problems.Add(reader.Place, "A step schedule says after how many epochs it steps.", "Add \"every\": 10.");
        return new StepRate(reader.Integer("every", 1, 1), Above(reader, "factor", Rational.Of(1, 10), true));
    }

    /// <summary>A mean that keeps all of what was is never one of what is.</summary>
    private static Rational BelowOne(ObjectReader reader, string key, Rational otherwise)
    {
        var share = reader.Share(key, otherwise);
        if (share < 1)
            return share;
        reader.Problems.Add(reader.PlaceOf(key), $"\"{key}\" is 1: nothing would be learned.", "Write a share below 1.");
        return otherwise;
    }

    private static Rational Above(ObjectReader reader, string key, Rational otherwise, bool strictly)
    {
        var value = reader.Rational(key, otherwise);
        if (strictly ? value.Sign > 0 : value.Sign >= 0)
            return value;
        reader.Problems.Add(reader.PlaceOf(key), $"\"{key}\" is {value}.", strictly ? "Write a number above 0." : "Write 0 or more.");
        return otherwise;
    }

    private static void Refuse(ObjectReader reader, string kind, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (reader.Node(key) is not null)
                reader.Problems.Add(reader.PlaceOf(key), $"\"{key}\" means nothing to {kind}.", "Leave it out.");
        }
    }
}
