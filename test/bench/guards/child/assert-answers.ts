import type { ChecksOfModels } from "../contenders/contender.js";
import { taskNames, tasks } from "../tasks.js";

/**
 * Asks a contender about every value of every task.
 *
 * @throws when an answer is wrong
 */
export function assertAnswers(label: string, checks: ChecksOfModels): void {
  for (const name of taskNames) {
    const { model, values, isValid } = tasks[name];
    const { is, report } = checks[model];
    for (const value of values()) {
      const answers = [is(value), ...(report === undefined ? [] : [report(value) === 0])];
      if (answers.some((answer) => answer !== isValid)) {
        const text = JSON.stringify(value).slice(0, 1000);
        throw new Error(`${label} is wrong about the ${model} of "${name}": ${text}`);
      }
    }
  }
}
