import { workflowLog, type WorkflowLog } from "../../generator/commands/workflow-log.js";

/** A log of GitHub Actions that keeps its commands; the working directory is `/repository/folder`. */
export function keptLog(): { readonly log: WorkflowLog; readonly commands: readonly string[] } {
  const commands: string[] = [];
  const log = workflowLog({
    cwd: "/repository/folder",
    workspace: "/repository",
    write: (command) => commands.push(command),
  });
  return { log, commands };
}
