import { codeBlock, exportsOf, type Export } from "./declarations.js";

/** A page that describes an export in full, by the name of the export. */
type OtherPages = Readonly<Record<string, string>>;

/**
 * A section for each export of a module: functions first, then classes and types.
 *
 * @param path The module, relative to the project.
 * @param others The pages that describe some of them.
 */
export function exportsPart(path: string, others: OtherPages = {}): string {
  const all = exportsOf(path);
  const groups = { Functions: "function", Classes: "class", Types: "type" } as const;
  return Object.entries(groups)
    .map(([title, kind]) => [title, all.filter((each) => each.kind === kind)] as const)
    .filter(([, some]) => some.length > 0)
    .map(([title, some]) =>
      [`## ${title}`, ...some.map((each) => section(each, others))].join("\n\n"),
    )
    .join("\n\n");
}

/** A section for each export of a module, without headings for their kinds. */
export function exportSections(path: string): string {
  return exportsOf(path)
    .map((each) => section(each, {}))
    .join("\n\n");
}

function section({ name, code, text }: Export, others: OtherPages): string {
  const [first = "", ...rest] = text.split("\n\n");
  const page = others[name];
  const described = page === undefined ? [codeBlock(code), ...rest] : [`See [${page}](${page}).`];
  return [`### \`${name}\``, first, ...described].join("\n\n");
}
