import { readFileSync } from "node:fs";
import type { Section } from "../section.js";
import { contenderNames, contenders, type Contender, type ContenderName } from "./contenders.js";
import { goalOfReport, goalsOfPredicate } from "./goals.js";
import { nothing, withNoise } from "../units.js";
import { method, type Time, type Times } from "./measure.js";
import { tasks, type TaskName } from "./tasks.js";

/** The tables of what took how long. */
export function tablesOf(times: Times): readonly Section[] {
  return [
    {
      title: "Guards: is it a `Batch`?",
      about:
        `${method} 64 different batches: of four shapes (all fields, as the API sends them; in ` +
        `the order of the alphabet; few, from a literal; without what is null), or with keys in ` +
        `64 different orders; invalid in the first property of the schema, or in the last.`,
      ...table(["batch", "shuffled", "early", "late"], "byHand", times),
      goals: [...goalsOfPredicate("batch", times), ...goalsOfPredicate("shuffled", times)],
    },
    {
      title: "Guards: larger values",
      about:
        `The same for a \`ListBatchesResponse\` of 100 batches, for a union of 30 objects by their ` +
        `\`type\` (valid, or of a type that there is not), and for trees of 161 folders, 41 deep ` +
        `(valid, or wrong in the deepest). The union and the tree are in \`guards/shapes.yaml\`.`,
      ...table(["page", "event", "unknownEvent", "folder", "wrongFolder"], "byHand", times),
      goals: [],
    },
    {
      title: "Guards: everything that is wrong",
      about:
        `The same for reports of all issues, whose messages are read, as multiples of the time of ` +
        `Guardsmith. typia has no messages; it names what was expected.`,
      ...table(
        ["earlyReport", "lateReport", "badReport", "eventReport", "folderReport"],
        "guardsmith",
        times,
      ),
      goals: (["earlyReport", "lateReport", "badReport"] as const).map((task) =>
        goalOfReport(task, times),
      ),
    },
  ];
}

/** One row for each contender, one column for each task. */
function table(
  columns: readonly [TaskName, ...TaskName[]],
  reference: ContenderName,
  times: Times,
): Pick<Section, "columns" | "rows"> {
  const { asks } = tasks[columns[0]];
  const rows = contenderNames.flatMap((name) => {
    const contender = contenders[name];
    const how = contender[asks];
    if (how === undefined) return [];
    const cells = columns.map((task) => cellOf(times(name, task), times(reference, task)));
    return [[labelOf(contender), how, ...cells]];
  });
  return {
    columns: ["validator", "asked by", ...columns.map((task) => tasks[task].title)],
    rows,
  };
}

function cellOf(time: Time | undefined, reference: Time | undefined): string {
  if (time === undefined || reference === undefined) return nothing;
  const { nanoseconds, noise } = time;
  const digits = nanoseconds < 100 ? 1 : 0;
  const text = nanoseconds.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${text} ns${withNoise(noise)} · ${(nanoseconds / reference.nanoseconds).toFixed(2)}×`;
}

/** A name with the version that is installed. */
function labelOf({ label, package: name }: Contender): string {
  if (name === undefined) return label;
  const folder = import.meta.resolve(name).replace(/(?<=\/node_modules\/[^/]+\/).*/, "");
  // The manifest of a package has its version.
  const manifest = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as {
    version: string;
  };
  return `${label} ${manifest.version}`;
}
