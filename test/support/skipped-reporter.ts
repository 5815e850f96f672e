import type { Reporter, TestModule } from "vitest/node";

/** Prints a line for each file with tests that were skipped, and how many these are. */
export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const { relativeModuleId, children } of modules) {
      const skipped = [...children.allTests("skipped")];
      const [first] = skipped;
      if (first === undefined) continue;
      const others = skipped.length > 1 ? `, and ${skipped.length - 1} more` : "";
      console.log(`skipped: ${relativeModuleId}: ${first.fullName}${others}`);
    }
  }
}
