/** The style sheet of the page. It loads nothing, and follows the colour scheme of the browser. */
export const styles = `
:root {
  color-scheme: light dark;
  --paper: #fbfbfa; --card: #fff; --ink: #1d2125; --muted: #5b646e; --line: #dfe2e5;
  --code: #f0f1f2; --settled: #2b6fb3; --left: #b4530a; --good: #23743f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --card: #1d2125; --ink: #e6e8ea; --muted: #a3acb5; --line: #363c43;
    --code: #2a2f35; --settled: #6ea8dd; --left: #e69557; --good: #74bd8c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 4rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 2.75rem 0 1rem; font-size: 1.2rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1rem; }
h3 span, .muted { color: var(--muted); font-weight: 400; }
p { margin: .4rem 0 0; }
code { font: .85em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.chip { padding: .1em .35em; border-radius: .25rem; background: var(--code); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; }
.figures div { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
.figures dt { color: var(--muted); font-size: .85rem; }
.figures dd { margin: 0; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: .6rem 1rem; align-items: center; margin: 0; padding: 0; list-style: none; }
.bars li { display: contents; }
.bars svg { display: block; width: 100%; height: 1rem; border-radius: .2rem; }
.bars b { font-variant-numeric: tabular-nums; text-align: right; }
.track { fill: var(--code); } .settled { fill: var(--settled); } .left { fill: var(--left); }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: 1rem; color: var(--muted); font-size: .85rem; }
.key svg { width: .75rem; height: .75rem; margin-right: .4rem; border-radius: .15rem; }
table { width: 100%; border-collapse: collapse; border: 1px solid var(--line); background: var(--card); table-layout: fixed; }
th, td { padding: .6rem .75rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
th:nth-child(1) { width: 42%; } th:nth-child(2) { width: 33%; }
th { color: var(--muted); font-size: .8rem; font-weight: 600; }
td { font-size: .9rem; }
td p:first-child { margin: 0; }
.cause { font-weight: 600; }
.change { color: var(--good); }
.person { color: var(--left); }
details { margin-top: .3rem; }
details summary { cursor: pointer; color: var(--muted); }
details ul { margin: .4rem 0 0; padding-left: 1.1rem; }
.list { margin: 0; padding-left: 1.1rem; }
.list li { margin-top: .4rem; }
@media (max-width: 44rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .bars { grid-template-columns: 1fr max-content; gap: .15rem 1rem; }
  .bars svg { grid-column: 1 / -1; grid-row: auto; margin-bottom: .6rem; order: 0; }
  .bars li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; }
  .bars b { grid-column: 2; grid-row: 1; }
  table, tbody, tr, td { display: block; border: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table { border: 1px solid var(--line); border-radius: .5rem; }
  tr + tr { border-top: 1px solid var(--line); }
  tr { padding: .35rem 0; }
  td { padding: .35rem .75rem; }
  td::before { content: attr(data-label); display: block; color: var(--muted); font-size: .75rem; font-weight: 600; }
}
`;
