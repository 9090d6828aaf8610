namespace Grader.Reports;

/// <summary>What the pages for deciding add to the style of a report.</summary>
internal static class ReviewStyle
{
    public const string Text = """
        .status { font-variant-numeric: tabular-nums; } .problem { border-left: .3rem solid var(--wrong); padding: .4rem .9rem; background: var(--wrong-tint); color: var(--wrong); }
        .wording { white-space: pre-wrap; overflow-wrap: anywhere; border-left: .25rem solid var(--open); background: var(--tint); padding: .5rem .8rem; margin: .4rem 0; }
        label { display: block; padding: .25rem 0; } fieldset label:has([type=text]) { display: inline-block; margin-right: .5rem; } label.idea { padding: .35rem .5rem; } label.idea:has(:checked) { background: var(--good-tint); }
        fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: .8rem 0; } input[type=checkbox] { width: 1.15rem; height: 1.15rem; vertical-align: -.2rem; }
        button { font: inherit; color: var(--ink); background: var(--tint); border: 1px solid var(--soft); border-radius: .4rem; padding: .35rem .8rem; margin: .2rem .3rem .2rem 0; cursor: pointer; min-height: 1.5rem; }
        button.unseen { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); } button.main { border: 2px solid var(--good); font-weight: 600; } button:focus-visible, input:focus-visible, textarea:focus-visible { outline: 3px solid var(--given); outline-offset: 2px; }
        button.comment { display: block; text-align: left; overflow-wrap: anywhere; white-space: pre-wrap; }
        kbd { font: 600 .8rem/1.4 ui-monospace, monospace; border: 1px solid var(--soft); border-radius: .25rem; padding: 0 .35rem; }
        textarea, input[type=text] { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: .3rem; padding: .3rem .5rem; } textarea { width: 100%; box-sizing: border-box; } input[type=text] { width: 6rem; }
        .steps form, .steps p { display: inline-block; margin: 0 .6rem 0 0; } td form { margin: 0; }
        header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; } header h1 { font-size: 1.25rem; } nav[aria-label=Contents] { display: none; } .steps { margin-bottom: -1rem; } .status { margin: .2rem 0; }
        .decide fieldset { margin: .4rem 0; padding: .3rem .7rem; } .decide label { padding: .1rem 0; } tr.done { color: var(--soft); }
        @media screen and (min-width: 46rem) and (min-height: 40rem) { .decide { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--line); max-height: 62vh; overflow-y: auto; } }
        table.queue td, table.queue th:not(:first-child) { font-variant-numeric: tabular-nums; }
        """;
}
