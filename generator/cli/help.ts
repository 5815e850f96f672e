/** What the help of a command says besides its arguments and options. */
export interface CommandHelp {
  /** Paragraphs and tables, in their order. Names are in backticks, which a terminal does not show. */
  readonly about: readonly (string | HelpTable)[];
  /** The exit codes, and what each means. */
  readonly exitCodes: readonly HelpRow[];
  /** Command lines to try: together they show every option that takes a value. */
  readonly examples: readonly string[];
}

/** Terms, each with its meaning. */
export interface HelpTable {
  readonly title: string;
  readonly rows: readonly HelpRow[];
}

type HelpRow = readonly [term: string, meaning: string];

/** How wide help is, whatever the terminal. */
const width = 100;

/** The help as a terminal shows it, below the options. */
export function helpText({ about, exitCodes, examples }: CommandHelp): string {
  const parts = [
    ...about.map((part) => (typeof part === "string" ? wrap(plain(part), "") : tableText(part))),
    tableText({ title: "Exit codes:", rows: exitCodes }),
    ["Examples:", ...examples.map((example) => `  ${example}`)].join("\n"),
  ];
  return `\n${parts.join("\n\n")}`;
}

function tableText({ title, rows }: HelpTable): string {
  const terms = rows.map(([term]) => plain(term));
  const column = Math.max(...terms.map((term) => term.length)) + 4;
  const lines = rows.map(([, meaning], index) => {
    const indented = wrap(plain(meaning), " ".repeat(column));
    return `  ${terms[index] ?? ""}`.padEnd(column) + indented.slice(column);
  });
  return [wrap(plain(title), ""), ...lines].join("\n");
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}

/** Breaks a paragraph into lines that begin with an indentation. */
function wrap(text: string, indentation: string): string {
  const lines: string[] = [];
  let line = indentation;
  for (const word of text.split(" ")) {
    if (line.length > indentation.length && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indentation;
    }
    line += line.length === indentation.length ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
