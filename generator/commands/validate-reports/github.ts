import { workflowCommand } from "../workflow-command.js";
import type { DataFile, Finding, Report } from "../../validate/finding.js";
import { reasonOf, sumUp } from "./pretty.js";

/**
 * Reports as workflow commands, which GitHub shows beside the lines of the files, and a line with
 * the counts.
 *
 * @param write Takes the text.
 * @param model The name of the model, for the titles.
 * @see {@link https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands | Workflow commands}
 */
export function githubReport(write: (text: string) => void, model: string): Report {
  return {
    begin: () => undefined,
    found: (file, findings) => write(findings.map((one) => annotation(file, one, model)).join("")),
    end: (file, _counts, problem) => {
      if (problem === undefined) return;
      write(workflowCommand("error", { ...fileOf(file), title: problem.code }, problem.message));
    },
    done: (summary) => write(`${sumUp(summary)}\n`),
  };
}

function annotation(file: DataFile, finding: Finding, model: string): string {
  const { line, column, pointer, keyword } = finding;
  const text = pointer === "" ? finding.message : `${pointer}: ${reasonOf(finding)}`;
  const title = `${model}: ${keyword}`;
  // Standard input is no file beside which something could be shown.
  return file.path === undefined
    ? workflowCommand("error", { title }, `${file.name}:${line}:${column}: ${text}`)
    : workflowCommand("error", { ...fileOf(file), line, col: column, title }, text);
}

function fileOf({ name, path }: DataFile): { readonly file?: string } {
  return path === undefined ? {} : { file: name };
}
