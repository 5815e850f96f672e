import { arrayPairs } from "/work/wt/table/test/diff/pairs/arrays.js";
import { valuePairs } from "/work/wt/table/test/diff/pairs/values.js";
import { objectPairs } from "/work/wt/table/test/diff/pairs/objects.js";
import { combinedPairs } from "/work/wt/table/test/diff/pairs/combined.js";
import { samePairs } from "/work/wt/table/test/diff/pairs/same.js";
import { compared, verdictOf, judgedByAjv } from "/work/wt/table/test/diff/pairs/judge.js";
const all = [...valuePairs, ...arrayPairs, ...objectPairs, ...combinedPairs, ...samePairs];
const only = process.argv[2];
let bad = 0, n = 0;
for (const pair of all) {
  const [what, old, now, request, response, more = {}] = pair;
  if (only && only !== "-v" && !what.includes(only)) continue;
  n++;
  let diff; const problems: string[] = [];
  const t = Date.now();
  try { diff = await compared(pair); } catch (e) { console.log("THROWS", what, String(e).slice(0, 300)); bad++; continue; }
  if (Date.now() - t > 1000) problems.push("slow " + (Date.now() - t));
  for (const [d, e] of [["request", request], ["response", response]] as const) {
    const v = verdictOf(diff, d);
    if (v !== e) problems.push(`${d}: ${v} expected ${e}`);
    const own = diff.changes.filter((c) => c.direction === d);
    if (e === "breaking" && own.length !== 1) problems.push(`${d}: ${own.length} entries`);
    for (const c of own) {
      if (c.data !== "breaking") continue;
      try { const [o, m] = judgedByAjv(pair, c);
      const want = c.proof!.acceptedBy === "old" ? "true,false" : "false,true";
      if (`${o},${m}` !== want) problems.push(`ajv ${o},${m} ${JSON.stringify(c.proof)}`); } catch (e) { problems.push("ajv " + String(e).slice(0,150)); }
    }
    if (more.component && own.some((c) => c.component !== more.component)) problems.push("component " + own.map((c) => c.component));
  }
  const msgs = [...new Set(diff.changes.map((c) => c.message))], ptrs = [...new Set(diff.changes.map((c) => c.pointer))];
  if (more.messages && JSON.stringify(msgs) !== JSON.stringify(more.messages)) problems.push("messages " + JSON.stringify(msgs) + " expected " + JSON.stringify(more.messages));
  if (more.pointers && JSON.stringify(ptrs) !== JSON.stringify(more.pointers)) problems.push("pointers " + JSON.stringify(ptrs));
  if (problems.length) bad++;
  if (problems.length || only) {
    console.log((problems.length ? "BAD  " : "ok   ") + what); for (const p of problems) console.log("      !! " + p);
    for (const c of diff.changes) console.log(`      ${c.direction} ${c.component ?? ""}${c.pointer} data=${c.data} types=${c.types}: ${c.message} | ${c.proof ? JSON.stringify((c.proof as any).value) : ""}${c.construct ? "construct " + c.construct + " tried " + c.tried : ""}${c.typeChange ? " T" : ""} ${c.old?.line ? "o" : "-"}${c.new?.line ? "n" : "-"}`);
    if (process.argv.includes("-v")) for (const c of [...diff.meaning, ...diff.documentation]) console.log("      note: " + c.message);
  }
}
console.log(n, "pairs", bad, "bad");
