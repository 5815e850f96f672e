import { importBuilt } from "../contenders/built.js";
import type { ChecksOfModels } from "../contenders/contender.js";
import { taskNames, tasks, type Task } from "../tasks.js";
import { changesOf, thinned } from "../values/changes.js";

/**
 * Compares a contender with the answers of every task, and with those of Ajv for a thousand values
 * that differ from valid ones in one place.
 *
 * @throws when an answer is wrong
 */
export async function assertAnswers(label: string, checks: ChecksOfModels): Promise<void> {
  const findOracle = await importBuilt("./ajv-first-error.js");
  for (const name of taskNames) {
    const { model, values, isValid, asks }: Task = tasks[name];
    const { is, report } = checks[model];
    const wrong =
      values().find(
        (value) =>
          is(value) !== isValid || (report !== undefined && (report(value) === 0) !== isValid),
      ) ??
      (isValid && asks === "is"
        ? // The standalone code of Ajv has functions of this signature only.
          findDifference(values(), is, findOracle(model) as (value: unknown) => boolean)
        : undefined);
    if (wrong !== undefined) {
      const text = JSON.stringify(wrong).slice(0, 1000);
      throw new Error(`${label} is wrong about the ${model} of "${name}": ${text}`);
    }
  }
}

/** A change to one of the values that two checks do not agree about. */
function findDifference(
  values: readonly unknown[],
  is: (value: unknown) => boolean,
  oracle: (value: unknown) => boolean,
): unknown {
  const changes = values.slice(0, 16).flatMap(changesOfSome);
  return thinned(changes, 1000).find((value) => is(value) !== oracle(value));
}

function changesOfSome(value: unknown): readonly unknown[] {
  return thinned(changesOf(value), 1000);
}
