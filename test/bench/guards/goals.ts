import type { Goal } from "../section.js";
import { contenderNames, contenders, type ContenderName } from "./contenders.js";
import type { Times } from "./measure.js";
import { tasks, type TaskName } from "./tasks.js";

/** The predicate beside one that is written by hand, and beside the fastest peer. */
export function goalsOfPredicate(task: TaskName, times: Times): readonly Goal[] {
  const own = timeOf("guardsmith", task, times);
  const byHand = own / timeOf("byHand", task, times);
  const [peer, time] = fastestPeer(task, times);
  const what = `\`isBatch\`, ${tasks[task].title}`;
  return [
    {
      text: `${what}: within 1.15 of a check that is written by hand`,
      measured: `${byHand.toFixed(2)} times its time`,
      isMet: byHand <= 1.15,
    },
    {
      text: `${what}: at least twice as fast as the fastest peer`,
      measured: `${(time / own).toFixed(2)} times as fast as ${contenders[peer].label}`,
      isMet: time / own >= 2,
    },
  ];
}

/** The report of everything wrong, which has to be ahead of all peers. */
export function goalOfReport(task: TaskName, times: Times): Goal {
  const [peer, time] = fastestPeer(task, times);
  const faster = time / timeOf("guardsmith", task, times);
  return {
    text: `The report of \`${tasks[task].model}\`, ${tasks[task].title}: ahead of every peer`,
    measured: `${faster.toFixed(2)} times as fast as ${contenders[peer].label}`,
    isMet: faster > 1,
  };
}

function fastestPeer(task: TaskName, times: Times): readonly [ContenderName, number] {
  const peers = contenderNames
    .filter((name) => name !== "byHand" && name !== "guardsmith")
    .map((name) => [name, timeOf(name, task, times)] as const);
  return peers.reduce((one, other) => (other[1] < one[1] ? other : one));
}

function timeOf(contender: ContenderName, task: TaskName, times: Times): number {
  const time = times(contender, task);
  if (time === undefined) throw new Error(`${contender} was not measured on ${task}.`);
  return time.nanoseconds;
}
