import type { Position, Severity } from "../core/diagnostic.js";
import { appendText, pathInside } from "./files.js";
import { workflowCommand, type WorkflowProperties } from "./workflow-command.js";

/** A message that GitHub shows on the lines of a file, or above a log. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  /** The file as the user knows it: a path relative to the working directory, a name or a URL. */
  readonly file?: string | undefined;
  readonly position?: Position | undefined;
  /** How many characters of that line to mark. */
  readonly length?: number | undefined;
}

/** Sends annotations and a summary to GitHub Actions, besides the text of the log. */
export interface WorkflowLog {
  /** Shows an annotation. Only {@link maxAnnotations} of each severity are sent: GitHub shows no more. */
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
  /** The file for the summary of the step, absolute. Default: no summary is written. */
  readonly summaryFile?: string | undefined;
  /** Writes a command to the log, as it is. */
  readonly write: (command: string) => void;
}

/**
 * Returns the log of a step in a workflow.
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
      // GitHub cannot show other files: their names are part of the message.
      const start = file === undefined || path !== undefined ? "" : `${named(file, position)}: `;
      const properties = path === undefined ? { title } : { file: path, ...place, title };
      write(workflowCommand(severity, properties, start + message));
    },
    summarize: async (markdown) => {
      // The log has the same information, so a run does not fail because of the summary.
      if (summaryFile !== undefined) await appendText(summaryFile, markdown).catch(() => undefined);
    },
  };
}

/** The end is on the same line: GitHub shows an annotation below its last line. */
function positionOf(position: Position | undefined, length = 0): WorkflowProperties {
  if (position === undefined) return {};
  const { line, column } = position;
  const end = length === 0 ? {} : { endLine: line, endColumn: column + length };
  return { line, col: column, ...end };
}

function named(file: string, position: Position | undefined): string {
  return position === undefined ? file : `${file}:${position.line}:${position.column}`;
}

/** Returns whether a name is a path: not a URL, and not `<stdin>`. */
function isFile(file: string | undefined): file is string {
  return file !== undefined && !/^(?:[a-z][a-z\d+.-]+:\/\/|<.*>$)/i.test(file);
}
