/** What `docs/reference/diagnostics.md` says about a code. */
export interface Section {
  readonly code: string;
  /** The line that it begins on. */
  readonly line: number;
  readonly severity: string;
  /** What the example is made of; undefined, if it is only described. */
  readonly example?: Example;
}

/** Something to try. */
export interface Example {
  /** The files by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** The command, without the name of the program. */
  readonly args: readonly string[];
  /** The codes that it shows, the section's own among them. */
  readonly codes: readonly string[];
}

/** A project in which nothing is wrong. An example changes it. */
const goodDocument = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
components: { schemas: { Pet: { type: string } } }
`;

/** Reads the sections of the page: those whose heading is a code. */
export function sectionsOf(markdown: string): readonly Section[] {
  const parts = markdown.split(/^(?=#{2,3} )/m);
  const lines = parts.map((_, index) => parts.slice(0, index).join("").split("\n").length);
  return parts.flatMap((part, index) => {
    const [, code] = /^### `(.*)`$/m.exec(part) ?? [];
    const line = lines[index] ?? 0;
    return code === undefined ? [] : [sectionOf(code, line, part)];
  });
}

function sectionOf(code: string, line: number, part: string): Section {
  const [, severity = ""] = /^(Error|Warning)\. /m.exec(part) ?? [];
  const blocks = [...part.matchAll(/(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$/gms)];
  if (blocks.length === 0) throw new Error(`${code} has no example`);
  const own = { code, line, severity };
  if (blocks.every(([, , language]) => language === "text")) return own;
  const files: Record<string, string> = { "openapi.yaml": goodDocument };
  let args = ["generate"];
  for (const [, path, language, text = ""] of blocks) {
    if (path !== undefined) files[path] = text;
    else if (language === "sh") args = text.trim().split(" ").slice(1);
    else files["openapi.yaml"] = withSchemas(text);
  }
  const others = [...part.matchAll(/as well as\s+`([\w-]+)`/g)].map(([, other = ""]) => other);
  return { ...own, example: { files, args, codes: [code, ...others].sort() } };
}

/** An example of schemas, in which there is nothing to report. */
export function schemasExample(text: string): Example {
  return { files: { "openapi.yaml": withSchemas(text) }, args: ["generate"], codes: [] };
}

/** A document with schemas in place of those of the good one. */
function withSchemas(schemas: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
components:
  schemas:
${schemas.replace(/^(?=.)/gm, "    ")}`;
}
