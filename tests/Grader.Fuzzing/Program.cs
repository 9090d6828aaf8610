using Grader.Fuzzing;

// grader-fuzzing [COUNT [SEED]]                          changed formulas
// grader-fuzzing submissions [COUNT [SEED]]              changed submissions, read and graded
// grader-fuzzing renderings ASSIGNMENT [COUNT [SEED]]    right answers in many styles
// grader-fuzzing renderings ASSIGNMENT AXIS=OPTION …     one style, and what of it is not right
return args switch
{
    ["submissions", .. var rest] => SubmissionFuzzing.Run(Count(rest, 10_000), Seed(rest)),
    ["renderings", var assignment, .. var options] when options is [var first, ..] && first.Contains('=') => RenderingTrial.Show(assignment, options),
    ["renderings", var assignment, .. var rest] => RenderingTrial.Run(assignment, Count(rest, 2_000), Seed(rest)),
    _ => FormulaFuzzing.Run(Count(args, 1_000_000), Seed(args)),
};

static int Count(string[] args, int otherwise) => args.Length > 0 ? int.Parse(args[0]) : otherwise;

static int Seed(string[] args) => args.Length > 1 ? int.Parse(args[1]) : 1;
