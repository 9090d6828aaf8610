using Grader.Fuzzing;
using Grader.Fuzzing.Driving;
using Grader.Fuzzing.Readers;

// grader-fuzzing READER [COUNT] [--seed N] [--jobs N] [--corpus DIR]    changed inputs of one reader; without a reader, of all
// grader-fuzzing grading [COUNT [SEED]]                                 changed submissions of whole length, read and graded, with times
// grader-fuzzing renderings ASSIGNMENT [COUNT [SEED]]                   right answers in many styles
// grader-fuzzing renderings ASSIGNMENT AXIS=OPTION …                    one style, and what of it is not right
return args switch
{
    ["grading", .. var rest] => GradingTimes.Run(Count(rest, 10_000), Seed(rest)),
    ["renderings", var assignment, .. var options] when options is [var first, ..] && first.Contains('=') => RenderingTrial.Show(assignment, options),
    ["renderings", var assignment, .. var rest] => RenderingTrial.Run(assignment, Count(rest, 2_000), Seed(rest)),
    [var name, .. var rest] when FuzzedReaders.Named(name) is { } reader => Fuzz([reader], rest),
    [var first, ..] when !char.IsAsciiDigit(first[0]) && first[0] != '-' => Unknown(first),
    _ => Fuzz(FuzzedReaders.All(), args),
};

static int Fuzz(IEnumerable<IFuzzedReader> readers, string[] arguments)
{
    try
    {
        var options = FuzzOptions.Read(arguments);
        return readers.Sum(reader => new Fuzzer(reader, options).Run()) == 0 ? 0 : 1;
    }
    catch (Exception error) when (error is FormatException or OverflowException)
    {
        Console.Error.WriteLine(error.Message);
        return 2;
    }
}

static int Unknown(string name)
{
    Console.Error.WriteLine($"{name}: there is no such reader. Write {string.Join(", ", FuzzedReaders.All().Select(reader => reader.Name))}, grading or renderings.");
    return 2;
}

static int Count(string[] args, int otherwise) => args.Length > 0 ? int.Parse(args[0]) : otherwise;

static int Seed(string[] args) => args.Length > 1 ? int.Parse(args[1]) : 1;
