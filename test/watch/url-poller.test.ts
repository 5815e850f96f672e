import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FollowedUrl } from "../../generator/load/url-hook.js";
import { UrlPoller } from "../../generator/watch/url-poller.js";

/** What a look at a file finds. */
type Answer = "same" | "changed" | "failed";

let events: string[] = [];
let poller = newPoller();

function newPoller(): UrlPoller {
  return new UrlPoller({
    interval: 1000,
    onChange: () => events.push("change"),
    onProblem: (error) => events.push(`problem: ${String(error)}`),
    onRecovery: (url) => events.push(`recovery: ${url}`),
  });
}

/** A file that gives one answer after another, and the last one for ever. */
function fileWith(url: string, ...answers: readonly Answer[]): FollowedUrl {
  let asked = 0;
  return {
    url,
    isRead: true,
    hasChanged: () => {
      events.push(`${Date.now() / 1000}: ${url}`);
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      return answer === "failed"
        ? Promise.reject(new Error(url))
        : Promise.resolve(answer === "changed");
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  events = [];
  poller = newPoller();
});

afterEach(() => {
  poller.pause();
  vi.useRealTimers();
});

describe("files on the network", () => {
  test.each<[what: string, answers: readonly Answer[], seconds: number, want: readonly string[]]>([
    ["are requested again and again", ["same"], 3, ["1: a", "2: a", "3: a"]],
    ["are left alone from a change on", ["same", "changed"], 9, ["1: a", "2: a", "change"]],
    [
      "that cannot be retrieved are reported once, and requested less and less often",
      ["failed"],
      150,
      ["1: a", "problem: Error: a", "3: a", "7: a", "15: a", "31: a", "63: a", "123: a"],
    ],
    [
      "that can be retrieved again are reported, and requested as often as before",
      ["failed", "failed", "same"],
      9,
      ["1: a", "problem: Error: a", "3: a", "7: a", "recovery: a", "8: a", "9: a"],
    ],
    [
      "that are others when they can be had again lead to a run",
      ["failed", "changed"],
      9,
      ["1: a", "problem: Error: a", "3: a", "change"],
    ],
    [
      "are reported again when they fail anew",
      ["failed", "same", "failed"],
      4,
      ["1: a", "problem: Error: a", "3: a", "recovery: a", "4: a", "problem: Error: a"],
    ],
  ])("%s", async (_what, answers, seconds, want) => {
    poller.follow([fileWith("a", ...answers)]);
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    expect(events).toEqual(want);
    expect(poller.hasChanged).toBe(answers.includes("changed"));
  });

  test("that a run could not read are not reported again until they can be retrieved", async () => {
    poller.follow([{ ...fileWith("a", "failed", "changed"), isRead: false }]);
    await vi.advanceTimersByTimeAsync(4000);
    expect(events).toEqual(["1: a", "3: a", "change"]);
  });

  test("are not requested during a run, nor when nothing is followed", async () => {
    poller.follow([fileWith("a", "same")]);
    poller.pause();
    await vi.advanceTimersByTimeAsync(5000);
    poller.follow([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(events).toEqual([]);
  });

  test("have no say after a run has begun", async () => {
    let answer: (hasChanged: boolean) => void = () => undefined;
    const slow = new Promise<boolean>((resolve) => (answer = resolve));
    poller.follow([{ url: "a", isRead: true, hasChanged: () => slow }]);
    await vi.advanceTimersByTimeAsync(1000);
    poller.pause();
    answer(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect([events, poller.hasChanged]).toEqual([[], false]);
  });
});
