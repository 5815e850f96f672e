import type { Report } from "../../validate/finding.js";
import type { WorkflowLog } from "../workflow-log.js";
import { reasonOf } from "./pretty.js";

/**
 * A report with annotations, which GitHub shows beside the lines of the files.
 *
 * @param report What is printed for people.
 * @param model The name of the model, for the titles.
 * @param log The log of the workflow.
 */
export function githubReport(report: Report, model: string, log: WorkflowLog): Report {
  return {
    ...report,
    found: (file, findings) => {
      report.found(file, findings);
      for (const finding of findings) {
        const { line, column, pointer, keyword, message } = finding;
        log.annotate({
          severity: "error",
          title: `${model}: ${keyword}`,
          message: pointer === "" ? message : `${pointer}: ${reasonOf(finding)}`,
          file: file.name,
          position: { line, column },
        });
      }
    },
  };
}
