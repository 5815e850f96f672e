/** Undoes something. */
type Undo = () => unknown;

const ofTest: Undo[] = [];
const ofFile: Undo[] = [];

/** Has something undone after the test that runs. */
export function afterTest(undo: Undo): void {
  ofTest.push(undo);
}

/** Has something undone after the tests of the file that runs. */
export function afterFile(undo: Undo): void {
  ofFile.push(undo);
}

/** Called by `setup.ts`, which alone runs for each file: modules are loaded once for many of them. */
export async function cleanUp(after: "test" | "file"): Promise<void> {
  for (const undo of (after === "test" ? ofTest : ofFile).splice(0)) await undo();
}
