import type { Position, Severity } from "../core/diagnostic.js";
import { appendText, pathInside } from "./files.js";
import { workflowCommand, type WorkflowProperties } from "./workflow-command.js";

/** Something that GitHub shows beside the lines of a file, or above a log. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  /** The file as the user knows it: a path relative to the working directory; else a name or a URL. */
  readonly file?: string | undefined;
  readonly position?: Position | undefined;
  /** How many characters of that line are meant. */
  readonly length?: number | undefined;
}

/** What a command tells GitHub Actions, besides what people read in the log. */
export interface WorkflowLog {
  /** Shows an annotation; GitHub shows {@link maxAnnotations} of a severity, and so no more are sent. */
  readonly annotate: (annotation: Annotation) => void;
  /** Adds Markdown to the summary of the job. */
  readonly summarize: (markdown: string) => Promise<void>;
}

/** How many annotations of one severity GitHub shows for a step. */
export const maxAnnotations = 10;

interface WorkflowOptions {
  /** The working directory, absolute. */
  readonly cwd: string;
  /** The folder of the repository, absolute. Default: the working directory. */
  readonly workspace?: string | undefined;
  /** The file for the summary of the step, absolute; none, if there is no such file. */
  readonly summaryFile?: string | undefined;
  /** Writes a command to the log, as it is. */
  readonly write: (command: string) => void;
}

/**
 * The log of a step in a workflow.
 *
 * @see {@link https://docs.github.com/actions/reference/workflows-and-actions/variables | Variables}
 */
export function workflowLog(options: WorkflowOptions): WorkflowLog {
  const { cwd, workspace = cwd, summaryFile, write } = options;
  const sent: Record<Severity, number> = { error: 0, warning: 0 };
  return {
    annotate: ({ severity, title, message, file, position, length }) => {
      if (sent[severity] >= maxAnnotations) return;
      sent[severity] += 1;
      const path = isFile(file) ? pathInside(workspace, cwd, file) : undefined;
      const place = positionOf(position, length);
      // What is no file of the repository is not shown beside it.
      const start = file === undefined || path !== undefined ? "" : `${named(file, position)}: `;
      const properties = path === undefined ? { title } : { file: path, ...place, title };
      write(workflowCommand(severity, properties, start + message));
    },
    summarize: async (markdown) => {
      // What is said there stands in the log, too: a run does not fail for it.
      if (summaryFile !== undefined) await appendText(summaryFile, markdown).catch(() => undefined);
    },
  };
}

/** The end is given only on the same line: below the last line is where GitHub shows an annotation. */
function positionOf(position: Position | undefined, length = 0): WorkflowProperties {
  if (position === undefined) return {};
  const { line, column } = position;
  const end = length === 0 ? {} : { endLine: line, endColumn: column + length };
  return { line, col: column, ...end };
}

function named(file: string, position: Position | undefined): string {
  return position === undefined ? file : `${file}:${position.line}:${position.column}`;
}

/** Whether a name is a path: not a URL, nor `<stdin>`. */
function isFile(file: string | undefined): file is string {
  return file !== undefined && !/^(?:[a-z][a-z\d+.-]+:\/\/|<.*>$)/i.test(file);
}
