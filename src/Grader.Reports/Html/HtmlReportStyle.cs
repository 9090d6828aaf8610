namespace Grader.Reports;

/// <summary>The style of a report's page, beyond that of all pages. Every text has a contrast of at least 4.5 to its ground, in light and dark.</summary>
internal static class HtmlReportStyle
{
    public const string Text = """
        :root {
          --good: #0b5c2e; --good-tint: #e3f4ea; --given: #0a4f8f; --given-tint: #e4f0fb; --part: #6d4c00; --part-tint: #fcf2d4;
          --wrong: #9a1023; --wrong-tint: #fde8ea; --none: #4a5058; --none-tint: #eceef1; --open: #5f2a92; --open-tint: #f2e9fa;
        }
        @media (prefers-color-scheme: dark) { :root {
          --good: #8adcaa; --good-tint: #12301f; --given: #93c8ff; --given-tint: #10273f; --part: #f2cd74; --part-tint: #352b0e;
          --wrong: #ffa3ad; --wrong-tint: #401519; --none: #bcc3cb; --none-tint: #2a2f36; --open: #d7b2ff; --open-tint: #2d1c40;
        } }
        body { max-width: 100rem; }
        h1 { margin-bottom: .2rem; } h2 { margin-top: 1.6rem; }
        header p { margin-top: 0; overflow-wrap: anywhere; }
        nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; margin: .5rem 0; list-style: none; }
        a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--given); outline-offset: 2px; border-radius: 2px; }
        code { font-size: .9em; overflow-wrap: anywhere; }
        .total { font-size: 1.3rem; margin: .5rem 0; } .total strong { font-size: 2.2rem; }
        .bar { display: block; width: 100%; max-width: 40rem; height: .8rem; border-radius: .4rem; }
        .bar .sure { fill: var(--good); } .bar .pending { fill: var(--open); } .bar .lost { fill: var(--line); }
        ul.counts, ul.links { display: flex; flex-wrap: wrap; gap: .4rem 1rem; padding: 0; list-style: none; }
        ul.counts { gap: .4rem; }
        .verdict { display: inline-block; padding: .05rem .5rem; border: 1px solid; border-radius: 1rem; font-size: .85rem; font-weight: 600; white-space: nowrap; }
        .correct { --tone: var(--good); --tone-tint: var(--good-tint); } .carried-forward { --tone: var(--given); --tone-tint: var(--given-tint); }
        .partial { --tone: var(--part); --tone-tint: var(--part-tint); } .incorrect { --tone: var(--wrong); --tone-tint: var(--wrong-tint); }
        .missing { --tone: var(--none); --tone-tint: var(--none-tint); } .unreadable, .needs-review { --tone: var(--open); --tone-tint: var(--open-tint); }
        .verdict, mark, a.ref { color: var(--tone); background: var(--tone-tint); border-color: var(--tone); }
        .diagnosis { border-left: .3rem solid var(--wrong); padding: .3rem .9rem; margin: .6rem 0; background: var(--tint); } .diagnosis p { margin: .2rem 0; }
        table { width: 100%; font-size: .92rem; } caption { text-align: left; color: var(--soft); font-size: .85rem; padding: .2rem 0; }
        th, td { border: 0; border-bottom: 1px solid var(--line); padding: .45rem .6rem .45rem 0; vertical-align: top; }
        thead th { color: var(--soft); font-weight: 600; font-size: .85rem; }
        table.points { max-width: 40rem; } .points td, .points th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; } .points tbody th { font-weight: normal; }
        .checks { table-layout: fixed; } .checks thead th:nth-child(1) { width: 20%; } .checks thead th:nth-child(2) { width: 9.6rem; } .checks thead th:nth-child(3) { width: 36%; }
        .checks tbody th { font-weight: 600; } .checks tbody th code { font-size: .85rem; }
        .ask, .earned { display: block; font-weight: normal; font-size: .85rem; color: var(--soft); }
        .earned { margin-top: .25rem; font-variant-numeric: tabular-nums; }
        .checks td p { margin: .3rem 0; } .checks td { overflow-wrap: break-word; }
        tr:target > *, mark:target { outline: 3px solid var(--given); outline-offset: -1px; } [id] { scroll-margin-top: 1rem; }
        .written { display: block; } .expected { margin-top: .5rem; padding-left: .6rem; border-left: 2px solid var(--line); } .formula { overflow-x: auto; padding: .15rem 0; font-size: .9em; } .formula math { font-size: 1em; }
        .band svg { display: block; max-width: 100%; height: auto; } .band p { font-size: .8rem; margin: 0; }
        .band .axis { stroke: var(--line); stroke-width: 2; } .band .wider { fill: var(--none-tint); stroke: var(--none); stroke-dasharray: 3 2; }
        .band .narrow { fill: var(--good-tint); stroke: var(--good); } .band .mean { stroke: var(--good); stroke-width: 2; }
        .band .figure { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; } .band .outside { fill: var(--wrong); }
        .curves { margin: .6rem 0; } .charts { display: flex; flex-wrap: wrap; gap: 1rem; } figure { margin: 0; width: 18.75rem; max-width: 100%; } figure svg { display: block; max-width: 100%; height: auto; } figcaption { font-size: .85rem; }
        .curves .axis { stroke: var(--line); } .curves text { fill: var(--soft); font-size: 11px; } .curves polyline { fill: none; stroke-width: 1.2; opacity: .8; }
        .curves .test { stroke: var(--given); } .curves .training { stroke: var(--part); stroke-dasharray: 4 3; }
        ol.text { font: .85rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; padding-left: 3.4em; margin: 0; }
        ol.text li { white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1.6em; padding-left: .4em; } ol.text li::marker { color: var(--soft); font-size: .8em; }
        mark { border-bottom: 2px solid; padding: .05em 0; }
        a.ref { display: inline-block; margin: 0 .2em; padding: 0 .4em; border: 1px solid; border-radius: .7em; font: 600 .75rem/1.5 system-ui, sans-serif; text-decoration: none; white-space: nowrap; }
        a.ref:hover { text-decoration: underline; }
        .pane { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .4rem; } summary { cursor: pointer; padding: .2rem 0; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem; font-size: .85rem; } dd { margin: 0; overflow-wrap: anywhere; }
        @media screen and (min-width: 82rem) {
          main:has(> .submission) { display: grid; grid-template-columns: minmax(0, 1fr) 32rem; column-gap: 2rem; align-items: start; }
          main > section { grid-column: 1; }
          main > .submission { grid-column: 2; grid-row: 1 / span 100; position: sticky; top: 0; display: flex; flex-direction: column; max-height: 100vh; }
          main > .submission .pane { overflow-y: auto; min-height: 0; }
          main > .submission h2 { margin-top: 1.6rem; }
        }
        @media screen and (max-width: 46rem) {
          body { padding: 1rem; }
          .checks, .checks tbody, .checks tr, .checks th, .checks td, .checks caption { display: block; width: auto !important; }
          .checks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .checks tr { border: 1px solid var(--line); border-left: .3rem solid var(--tone); border-radius: .3rem; margin: .6rem 0; padding: .3rem .7rem; }
          .checks th, .checks td { border: 0; padding: .2rem 0; }
          .checks td::before { content: attr(data-label); display: block; font-size: .75rem; font-weight: 600; color: var(--soft); } .checks td:empty { display: none; }
          .formula { max-width: 100%; } ol.text { padding-left: 2.6em; }
        }
        @media print {
          :root { --good: #0b5c2e; --good-tint: #ffffff; --given: #0a4f8f; --given-tint: #ffffff; --part: #6d4c00; --part-tint: #ffffff; --wrong: #9a1023; --wrong-tint: #ffffff; --none: #4a5058; --none-tint: #ffffff; --open: #5f2a92; --open-tint: #ffffff; }
          .checks tr { break-inside: avoid; } table { break-inside: auto; } .pane { border: 0; padding: 0; } .formula { overflow: visible; max-width: none; }
        }
        """;
}
