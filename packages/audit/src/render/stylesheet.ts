/**
 * The whole look of the report. Contrast of every pair of ink and ground is at least 4.5:1 in both schemes (WCAG 1.4.3); a test
 * computes it from these variables.
 */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; overflow-wrap: anywhere; }
.deviations ul li::before { content: "–"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image, .landing { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target, .landing:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
table + .change { margin-top: 1.75rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
details > details + .proof { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
details > .facts { gap: .35rem; margin-top: .6rem; font-size: .92rem; }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.rules { display: grid; margin: .9rem 0 .4rem; font-size: .94rem; }
.rules li { display: grid; grid-template-columns: 8.5rem 14rem minmax(0, 1fr) minmax(0, 9rem); gap: 0 1.1rem; align-items: baseline; padding: .35rem 0; border-bottom: 1px solid var(--rule); }
.rules li:last-child { border-bottom: 0; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  tbody .number { text-align: left; }
  code { overflow-wrap: anywhere; }
  .rules li { grid-template-columns: minmax(0, 1fr); gap: .15rem 0; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5.75rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .rules li, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;
