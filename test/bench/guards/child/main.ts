// Runs in a process of its own: main.js <contender> assert | <contender> <milliseconds> <task>…
// What it has measured goes to standard output, as JSON by the names of the tasks.
import { contenderNames, contenders } from "../contenders.js";
import { taskNames, tasks } from "../tasks.js";
import { assertAnswers } from "./assert-answers.js";
import { measure } from "./measure.js";

const [wanted, order, ...wantedTasks] = process.argv.slice(2);
const name = contenderNames.find((each) => each === wanted);
if (name === undefined) throw new Error(`There is no contender ${wanted ?? ""}.`);
const { label, load } = contenders[name];
const { checks } = await load();

if (order === "assert") {
  await assertAnswers(label, checks);
} else {
  const results: Record<string, number | null> = {};
  for (const each of taskNames.filter((task) => wantedTasks.includes(task))) {
    const task = tasks[each];
    results[each] = measure(task, checks[task.model], Number(order)) ?? null;
  }
  console.log(JSON.stringify(results));
}
