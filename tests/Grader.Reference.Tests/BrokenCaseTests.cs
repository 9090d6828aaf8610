namespace Grader.Reference.Tests;

/// <summary>What an author is told; each message says where, what is there, and what to write instead.</summary>
public sealed class BrokenCaseTests
{
    private const string Choice = """{ "id": "1a.x", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] } }""";

    private const string Part = $$"""{ "id": "1a", "checks": [ {{Choice}} ] }""";

    [Test]
    public Task No_assignment() => Told(new MemoryCase(("q1.json", "{}")));

    [Test]
    public Task Empty_folder() => Told(new MemoryCase());

    [Test]
    public Task Empty_assignment() => Told(new MemoryCase(("assignment.json", "")));

    [Test]
    public Task Assignment_of_a_later_format() => Told(new MemoryCase(("assignment.json", """{ "format": 3, "id": "t", "title": "T", "questions": ["q.json"] }""")));

    [Test]
    public Task Formats_that_are_none() => Told(new MemoryCase(
        ("assignment.json", """{ "format": "1.0", "id": "t", "title": "T", "questions": ["q.json"] }"""),
        ("q.json", $$"""{ "id": "1", "title": "Q", "parts": [ {{Part}} ] }""")));

    [Test]
    public Task Old_names_of_keys() => Told(MemoryCase.WithQuestion("""
        "inputs": { "a": 1, "b": 2 },
        "parts": [ { "id": "1a", "checks": [
          { "id": "1a.a", "kind": "number", "ask": "?", "points": 1, "quantity": "a", "accepted": ["b"] },
          { "id": "1a.b", "kind": "number", "ask": "?", "points": 1, "quantity": "a", "accepted": ["b"], "alternatives": ["b"] },
          { "id": "1a.c", "kind": "choice", "ask": "?", "points": 1, "right": "yes", "choices": { "yes": ["yes"], "no": ["no"] }, "accepted": ["no"] },
        ] } ]
        """));

    [Test]
    public Task Missing_and_repeated_question_files() => Told(new MemoryCase(
        ("assignment.json", """{ "format": 2, "id": "t", "title": "T", "questions": ["q2.json", "q1.jsn", "q2.json"], "credit": { "carriedForward": 2, "outsideBand": "wrong" } }"""),
        ("q1.json", $$"""{ "id": "1", "title": "Q", "parts": [ {{Part}} ] }"""),
        ("q2.json", $$"""{ "id": "1", "title": "Q", "parts": [ {{Part}} ] }""")));

    [Test]
    public Task Ids_that_stand_twice() => Told(new MemoryCase(
        ("assignment.json", """{ "format": 2, "id": "t", "title": "T", "questions": ["q1.json", "q2.json"] }"""),
        ("q1.json", $$"""{ "id": "1", "title": "Q", "parts": [ {{Part}} ] }"""),
        ("q2.json", $$"""{ "id": "1", "title": "Q", "parts": [ {{Part}} ] }""")));

    [Test]
    public Task Checks_that_require_each_other() => Told(new MemoryCase(
        ("assignment.json", """{ "format": 2, "id": "t", "title": "T", "questions": ["q1.json", "q2.json"] }"""),
        ("q1.json", """
            { "id": "1", "title": "Q", "inputs": { "n": 1 }, "parts": [ { "id": "1a", "checks": [
              { "id": "1a.a", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "requires": ["2a.b", "2a.c"] },
              { "id": "1a.d", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "requires": ["1a.d"] },
              { "id": "1a.e", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "requires": "1a.a" },
              { "repeat": { "i": { "from": 1, "to": 2 } }, "id": "1a.f{i}", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "requires": ["1a.f1"] },
            ] } ] }
            """),
        ("q2.json", """
            { "id": "2", "title": "Q", "inputs": { "n": 1 }, "parts": [ { "id": "2a", "checks": [
              { "id": "2a.b", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "requires": ["2a.bb"] },
              { "id": "2a.c", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "requires": ["2a.b", "1a.a"] },
              { "id": "2a.bb.x", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "requires": ["1a.d"] },
            ] } ] }
            """)));

    [Test]
    public Task Three_errors_of_syntax() => Told(MemoryCase.WithQuestion("""
        "text": "no end,
        "inputs": { "W": 64 "k": 3, },
        parts: []
        """));

    [Test]
    public Task Unknown_and_missing_keys() => Told(MemoryCase.WithQuestion("""
        "lables": ["x"],
        "parts": [ { "id": "1a", "cheks": [ ] } ]
        """));

    [Test]
    public Task Wrong_types() => Told(MemoryCase.WithQuestion("""
        "text": 5,
        "labels": "x",
        "inputs": [1],
        "parts": [ "1a", { "id": 1, "checks": {} } ]
        """));

    [Test]
    public Task No_checks() => Told(MemoryCase.WithQuestion(""" "parts": [ { "id": "1a", "checks": [] } ] """));

    [Test]
    public Task Unknown_engine() => Told(MemoryCase.WithQuestion($$""" "engine": { "name": "convolution-stak" }, "parts": [ {{Part}} ] """));

    [Test]
    public Task Nameless_engine() => Told(MemoryCase.WithQuestion($$""" "engine": { "kind": "convolution-stack" }, "parts": [ {{Part}} ] """));

    [Test]
    public Task Engine_inputs() => Told(MemoryCase.WithQuestion($$"""
        "engine": { "name": "convolution-stack",
          "input": { "width": 0, "height": 64.5, "chanels": 3 },
          "layers": [ { "kernels": 8, "kernel": 3, "stride": 0, "padding": -1, "bias": "no" } ] },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Kernel_larger_than_its_input() => Told(MemoryCase.WithQuestion($$"""
        "engine": { "name": "convolution-stack", "input": { "width": 8, "height": 8, "channels": 3 },
          "layers": [ { "kernels": 8, "kernel": 5, "stride": 4 }, { "kernels": 8, "kernel": 5 } ] },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Layers_that_are_none() => Told(MemoryCase.WithQuestion($$"""
        "engine": { "name": "convolution-stack", "input": { "width": 8, "height": 8, "channels": 3 },
          "layers": [ { "kind": "poling", "kernel": 2 }, { "kind": "dense", "kernel": 2 }, { "kind": "pooling" }, 5 ] },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Groups_that_divide_nothing() => Told(MemoryCase.WithQuestion($$"""
        "engine": { "name": "convolution-stack", "input": { "width": 8, "height": 8, "channels": 3 }, "layers": [ { "kernels": 8, "kernel": 3, "groups": 2 } ] },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Unit_counts_that_disagree() => Told(MemoryCase.WithQuestion($$"""
        "engine": { "name": "batch-normalization", "values": [[1, 2], [3, 4]], "gamma": [1], "beta": [0, 0, 0], "epsilon": -1 },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Rows_of_different_lengths() => Told(MemoryCase.WithQuestion($$""" "inputs": { "M": [[1, 2], [3]], "N": [], "K": [1, [2]], "L": [true] }, "parts": [ {{Part}} ] """));

    [Test]
    public Task Table_that_is_not_there() => Told(MemoryCase.WithQuestion($$""" "inputs": { "M": { "csv": "tabel.csv" } }, "parts": [ {{Part}} ] """, ("table.csv", "x,1\na,2\n")));

    [Test]
    public Task Table_with_bad_lines() => Told(MemoryCase.WithQuestion($$""" "inputs": { "M": { "csv": "table.csv" } }, "parts": [ {{Part}} ] """, ("table.csv", "unit,1,2\nM1,1,2\nM2,1\n\nM3,1,x\nM4,,2\n")));

    [Test]
    public Task Table_without_numbers() => Told(MemoryCase.WithQuestion($$""" "inputs": { "M": { "csv": "table.csv" } }, "parts": [ {{Part}} ] """, ("table.csv", "1,2,3\n")));

    [Test]
    public Task Computed_values() => Told(MemoryCase.WithQuestion(
        $$"""
        "inputs": { "n": 1 },
        "computed": [
          { "csv": "bad.csv", "by": "solve.py" }, { "csv": "header.csv", "by": "solve.py" }, { "csv": "none.csv", "by": "solve.py" }, { "csv": "empty.csv", "by": "solve.py" },
          { "csv": "quote.csv", "by": "solve.py" }, { "csv": "values.cvs", "by": "solve.py" }, { "csv": "good.csv" }, "good.csv",
        ],
        "parts": [ {{Part}} ]
        """,
        ("bad.csv", "name,value,say\nn,1,taken\na,1e-05,fine\nb,\"[[1, 2], [3]]\",ragged\n\nc,[1. 2.],numpy\nd,\"[1e-05, 2]\",exponent\ne,2,constant\nf g,2,no name\nh,nan,nothing\ni,,empty\nj,1/0,zero\nk,2\nl,sqrt(2),formula\na,3,again\nm,\"[[1, -2], [1/3, -1/4]]\",fine\no,\"[1,\",open\n"),
        ("header.csv", "nme,value,value,units\na,1,2,m\n"),
        ("none.csv", "name,value\n"),
        ("empty.csv", "\n"),
        ("quote.csv", "name,value\nq,\"[1, 2]\nr,1\n"),
        ("good.csv", "name,value\ngood,1\n")));

    [Test]
    public Task Formula_that_cannot_be_read() => Told(MemoryCase.WithQuestion($$"""
        "inputs": { "W": 64 },
        "quantities": { "a": "floor((W - 3/2", "b": "W +* 2", "c": "", "d": "\u0057 + )" },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Formula_that_names_nothing() => Told(MemoryCase.WithQuestion($$"""
        "inputs": { "width": 64, "kernel": 3 },
        "quantities": { "output": "width - kernal + 1", "half": "outputs/2" },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Quantities_in_a_circle() => Told(MemoryCase.WithQuestion($$"""
        "quantities": { "a": "b + 1", "b": "c*2", "c": "a - 1", "d": "d" },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Quantity_without_a_value() => Told(MemoryCase.WithQuestion($$"""
        "inputs": { "n": 0, "v": [1, 2] },
        "quantities": { "mean": "10/n", "twice": "2*mean", "third": "v_3" },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Names_that_are_taken_or_no_names() => Told(MemoryCase.WithQuestion($$"""
        "engine": { "name": "convolution-matrix", "channels": 1, "length": 3, "kernel": ["w_1", "w_2"] },
        "inputs": { "A": 1, "2x": 1, "pi": 3, "my width": 4 },
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Mistakes_that_cannot_be_made() => Told(MemoryCase.WithQuestion($$"""
        "inputs": { "a": 1 },
        "quantities": { "b": "a + 1" },
        "mistakes": [
          { "id": "none", "say": "Did nothing." },
          { "id": "other", "say": "Did another thing.", "credit": 1.5, "formulas": { "bb": "a" } },
          { "id": "other", "say": "Did it again.", "formulas": { "b": "x" } },
        ],
        "parts": [ {{Part}} ]
        """));

    [Test]
    public Task Kind_of_check_that_is_none() => Told(MemoryCase.WithQuestion(""" "parts": [ { "id": "1a", "checks": [ { "id": "1a.x", "kind": "numbr" }, { "id": "1a.y" }, 5 ] } ] """));

    [Test]
    public Task Checks_that_name_nothing() => Told(MemoryCase.WithQuestion("""
        "inputs": { "width": 64, "vector": [1, 2] },
        "parts": [ { "id": "1a", "checks": [
          { "id": "1a.n", "kind": "number", "ask": "?", "points": 1, "quantity": "wdth" },
          { "id": "1a.m", "kind": "number", "ask": "?", "points": 1, "quantity": "vector", "alternatives": ["vector", "heigth"] },
          { "id": "1a.o", "kind": "number", "ask": "?", "points": 1 },
          { "id": "1a.v", "kind": "vector", "ask": "?", "points": 1, "quantity": "width" },
          { "id": "1a.a", "kind": "matrix", "ask": "?", "points": 1, "quantity": "vector", "alternatives": ["other"], "credit": "row" },
        ] } ]
        """));

    [Test]
    public Task Ids_and_points_and_tolerances() => Told(MemoryCase.WithQuestion("""
        "inputs": { "width": 64 },
        "parts": [ { "id": "2a", "checks": [
          { "id": "1a.n", "kind": "number", "ask": "?", "points": 0, "quantity": "width", "tolerance": { "absolute": -1 } },
          { "id": "2a.", "kind": "number", "ask": "", "points": "a/b", "quantity": "width", "tolerance": { "absolute": 1, "digits": 3 } },
          { "id": "2a.o", "kind": "number", "ask": "?", "points": -2, "quantity": "width", "tolerance": { } },
        ] } ]
        """));

    [Test]
    public Task Shares_that_do_not_sum_to_one() => Told(MemoryCase.WithQuestion("""
        "parts": [ { "id": "1a", "checks": [ { "id": "1a.r", "kind": "rubric", "ask": "?", "points": 1, "model": "m", "formulas": ["B = A^"], "ideas": [
          { "id": "a", "say": "A", "share": "1/2", "phrases": ["a"] },
          { "id": "a", "say": "B", "share": "1/3", "phrases": ["b ...", "x*y"] },
        ] } ] } ]
        """));

    [Test]
    public Task Conventions() => Told(MemoryCase.WithQuestion("""
        "inputs": { "a": 1, "b": 2 },
        "quantities": { "c": "a + b", "d": "c*2" },
        "conventions": [
          { "id": "one", "say": "s", "choices": [ { "id": "x", "say": "s" } ] },
          { "id": "one", "say": "s", "choices": [ { "id": "x", "say": "s", "formulas": { "c": "a" } }, { "id": "y", "say": "s" } ] },
          { "id": "two", "say": "s", "choices": [ { "id": "x", "say": "s" }, { "id": "y", "say": "s", "formulas": { "cc": "a", "c": "a +", "d": "nothing" }, "transposed": ["e"] } ] },
          { "id": "circle", "say": "s", "choices": [ { "id": "x" }, { "id": "y", "say": "s", "formulas": { "c": "d" }, "phrase": ["z"] } ] },
          { "id": "empty", "say": "s", "choices": "x" },
        ],
        "parts": [ { "id": "1a", "checks": [
          { "id": "1a.a", "kind": "number", "ask": "?", "points": 1, "quantity": "d", "aliases": ["d_1", "a + b", "2"] },
        ] } ]
        """));

    [Test]
    public Task A_convention_in_a_circle_and_too_many() => Told(MemoryCase.WithQuestion($$"""
        "inputs": { "a": 1 },
        "quantities": { "c": "a", "d": "c*2" },
        "conventions": [
          { "id": "circle", "say": "s", "choices": [ { "id": "x", "say": "s" }, { "id": "y", "say": "s", "formulas": { "c": "d" } } ] },
          {{string.Join(",\n", Enumerable.Range(1, 6).Select(number => $$"""{ "id": "n{{number}}", "say": "s", "choices": [ { "id": "x", "say": "s" }, { "id": "y", "say": "s", "formulas": { "c": "a + {{number}}" } } ] }"""))}}
        ],
        "parts": [ { "id": "1a", "checks": [ { "id": "1a.a", "kind": "number", "ask": "?", "points": 1, "quantity": "d" } ] } ]
        """));

    [Test]
    public Task Checks_that_repeat() => Told(MemoryCase.WithQuestion("""
        "inputs": { "width1": 64, "width2": 32 },
        "parts": [ { "id": "1a", "checks": [
          { "repeat": { "i": { "from": 1, "to": 3 } }, "id": "1a.a{i}", "kind": "number", "ask": "?", "points": 1, "quantity": "width{i}" },
          { "repeat": { "i": { "from": 1, "to": 3 } }, "id": "1a.b{i}", "kind": "number", "ask": "{=wdth{i}}", "points": 0, "quantity": "wdth{i}", "lables": [] },
          { "repeat": { "i": [1, 2] }, "id": "1a.c", "kind": "number", "ask": "?", "points": 1, "quantity": "width{i}" },
          { "repeat": { "i": { "from": 1, "to": 20 }, "j": { "from": 1, "to": 20 } }, "id": "1a.d{i}{j}", "kind": "number", "ask": "?", "points": 1, "quantity": "width1" },
          { "repeat": { "i": { "from": 3, "to": 1 }, "j": [], "k k": [true] }, "id": "1a.e{i}{j}", "kind": "number", "ask": "?", "points": 1, "quantity": "width1" },
          { "repeat": [1, 2], "id": "1a.f", "kind": "number", "ask": "?", "points": 1, "quantity": "width1" },
          { "repeat": { "i": { "upto": 2 } }, "id": "1a.g{i}", "kind": "number", "ask": "?", "points": 1, "quantity": "width1" },
        ] }, { "repeat": { "l": ["b", "a"] }, "id": "1{l}", "checks": [ { "id": "1{l}.a1", "kind": "number", "ask": "?", "points": 1, "quantity": "width1" } ] } ]
        """));

    [Test]
    public Task Cells_of_tables() => Told(MemoryCase.WithQuestion("""
        "inputs": { "n": 4, "v": [1, 2], "M": [[1, 2], [3, 4]] },
        "parts": [ { "id": "1a", "checks": [
          { "id": "1a.a", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "cell": { "row": ["x"] } },
          { "id": "1a.b", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "cell": { "table": ["x"], "collumn": ["y"] } },
          { "id": "1a.c", "kind": "vector", "ask": "?", "points": 1, "quantity": "v", "cell": [ { "row": ["x"] }, { "table": ["x"] } ] },
          { "id": "1a.d", "kind": "matrix", "ask": "?", "points": 1, "quantity": "M", "cell": { "table": ["x"] }, "rowLabels": ["a", "b"] },
          { "id": "1a.e", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "cell": { "row": "x", "column": ["... y"] } },
          { "id": "1a.f", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "cell": "B2" },
        ] } ]
        """));

    [Test]
    public Task Relabellings() => Told(MemoryCase.WithQuestion("""
        "inputs": { "n": 4, "v": [1, 2, 1], "M": [[1, 2], [3, 4], [5, 6]] },
        "relabellings": [
          { "id": "clusters", "say": "Any.", "labels": [1, 2] },
          { "id": "clusters", "say": "Any.", "labels": ["a", "a"] },
          { "id": "many", "say": "Any.", "labels": [1, 2, 3, 4, 5, 6, 7], "names": [["x"], ["X"]] },
          { "id": "one", "say": "Any.", "labels": ["1 +"] },
        ],
        "parts": [ { "id": "1a", "checks": [
          { "id": "1a.a", "kind": "vector", "ask": "?", "points": 1, "quantity": "v", "relabel": { "cluster": "values" } },
          { "id": "1a.b", "kind": "vector", "ask": "?", "points": 1, "quantity": "v", "relabel": { "clusters": "rows" } },
          { "id": "1a.c", "kind": "vector", "ask": "?", "points": 1, "quantity": "v", "relabel": { "clusters": "columns" } },
          { "id": "1a.d", "kind": "matrix", "ask": "?", "points": 1, "quantity": "M", "relabel": { "clusters": "rows" } },
          { "id": "1a.e", "kind": "number", "ask": "?", "points": 1, "quantity": "n", "relabel": { "clusters": "values" } },
          { "id": "1a.f", "kind": "matrix", "ask": "?", "points": 1, "quantity": "M", "relabel": "clusters" },
          { "id": "1a.g", "kind": "rubric", "ask": "?", "points": 1, "model": "m", "ideas": [ { "id": "i", "say": "I", "phrases": ["i"] } ], "relabel": { "clusters": "values" } },
        ] } ]
        """));

    [Test]
    public Task Choices() => Told(MemoryCase.WithQuestion("""
        "parts": [ { "id": "1a", "checks": [
          { "id": "1a.x", "kind": "choice", "ask": "?", "points": 1, "right": "yess", "choices": { "yes": ["yes"], "no": "no" } },
        ] } ]
        """));

    [Test]
    public Task Links_between_checks() => Told(MemoryCase.WithQuestion($$"""
        "parts": [ { "id": "1a", "checks": [ {{Choice}},
          { "id": "1a.b", "kind": "band", "ask": "?", "points": 1, "band": { "low": 3, "high": 2, "mean": 2.5, "deviation": -1, "runs": 0, "source": "x" } },
          { "id": "1a.d", "kind": "difference", "ask": "?", "points": 1, "minuend": "1a.x", "subtrahend": "1a.bb" },
          { "id": "1a.o", "kind": "order", "ask": "?", "points": 1, "subjects": ["1a", "1b"] },
        ] } ]
        """));

    [Test]
    public Task Own_quantities() => Told(MemoryCase.WithQuestion("""
        "inputs": { "m": [[1, 2], [3, 4]], "n": 5 }, "symbols": ["s"],
        "quantities": { "sum": "sum(m)", "loose": "[s, 1]" },
        "parts": [ { "id": "1a", "checks": [
          { "id": "1a.a", "kind": "own", "ask": "?", "points": 1, "quantity": "mm", "invariants": [ { "formula": "sum(m) = 10", "say": "S." } ] },
          { "id": "1a.b", "kind": "own", "ask": "?", "points": 1, "quantity": "sum", "invariants": [ { "formula": "sum = 10", "say": "S." } ] },
          { "id": "1a.c", "kind": "own", "ask": "?", "points": 1, "quantity": "m", "invariants": [
            { "formula": "m_11 + m_12 = 4", "say": "S." }, { "formula": "m_11 >= 2", "say": "S." }, { "formula": "sum(m)", "say": "S." },
            { "formula": "n = 5", "say": "S." }, { "formula": "m_33 = 1", "say": "S." }, { "formula": "k_1 = 1", "say": "S." }, { "formula": "m_11 = ", "say": "S." } ] },
          { "id": "1a.d", "kind": "own", "ask": "?", "points": 1, "quantity": "loose", "invariants": [] },
        ] } ]
        """));

    [Test]
    public Task Invalid_UTF8() => Told(new BrokenBytes());

    [Test]
    public void No_assignment_comes_of_a_case_with_problems()
    {
        Assert.That(CaseReader.Read(MemoryCase.WithQuestion($$""" "title2": "x", "parts": [ {{Part}} ] """)).Assignment, Is.Null);
    }

    [Test]
    public void The_hash_is_over_names_and_bytes_of_files_read()
    {
        var one = MemoryCase.WithQuestion($$""" "parts": [ {{Part}} ] """);
        var same = MemoryCase.WithQuestion($$""" "parts": [ {{Part}} ] """, ("notes.txt", "not read"));
        var other = MemoryCase.WithQuestion($$""" "parts": [ {{Part}} ]  """);
        Assert.Multiple(() =>
        {
            Assert.That(Hash(one), Has.Length.EqualTo(64).And.EqualTo(Hash(same)));
            Assert.That(Hash(one), Is.Not.EqualTo(Hash(other)));
        });
    }

    private static string Hash(MemoryCase source) => CaseReader.Read(source).Assignment!.Sha256;

    private static Task Told(ICaseSource source)
    {
        var reading = CaseReader.Read(source);
        Assert.That(reading.Assignment, Is.Null);
        return Verify(string.Join('\n', reading.Problems.Items.Select(problem => problem.ToString())) + "\n");
    }

    private sealed class BrokenBytes : ICaseSource
    {
        public IReadOnlyList<string> Paths => ["assignment.json"];

        public ReadOnlyMemory<byte>? Read(string path) => path == "assignment.json" ? new byte[] { (byte)'{', (byte)'\n', 0xC3, 0x28 } : default(ReadOnlyMemory<byte>?);
    }
}
