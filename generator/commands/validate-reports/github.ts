import type { Report } from "../../validate/report.js";
import type { WorkflowLog } from "../workflow-log.js";
import { reasonOf } from "./pretty.js";

/**
 * Adds annotations to a report, which GitHub shows on the lines of the files.
 *
 * @param report The report that prints the issues.
 * @param model The name of the model, for the titles.
 * @param log The log of the workflow.
 */
export function githubReport(report: Report, model: string, log: WorkflowLog): Report {
  return {
    ...report,
    found: (file, issues) => {
      report.found(file, issues);
      for (const issue of issues) {
        const { line, column, pointer, keyword, message } = issue;
        log.annotate({
          severity: "error",
          title: `${model}: ${keyword}`,
          message: pointer === "" ? message : `${pointer}: ${reasonOf(issue)}`,
          file: file.name,
          position: { line, column },
        });
      }
    },
  };
}
