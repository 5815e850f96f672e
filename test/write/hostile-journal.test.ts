import { createHash } from "node:crypto";
import { mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stampOf } from "../../generator/output/disk.js";
import { lockFolder } from "../../generator/output/transaction/folder-lock.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";

/** A project with files of the user, beside and inside the output folder. */
const mine = {
  "outside.txt": "mine",
  "out/mine.ts": "mine",
  "out/empty.ts": "",
  "out/.git/config": "mine",
};

interface Context {
  readonly folder: string;
  readonly out: string;
  /** The folder of a run that seems to have been cut short. */
  readonly run: string;
  /** The stamp of a file, relative to the project. */
  readonly stamp: (path: string) => string;
}

interface Step {
  readonly path: string;
  readonly file: number;
  readonly before: string | null;
  readonly after: string | null;
}

const sealed = (text: string): string =>
  `${text}\n${createHash("sha256").update(text).digest("hex")}\n`;

async function putJournal(
  { run }: Context,
  steps: readonly Step[],
  folders: readonly string[] = [],
): Promise<void> {
  await writeFile(join(run, "journal"), sealed(JSON.stringify({ folders, steps })));
}

const guess = "4 1700000000000000000";

const attacks: readonly (readonly [what: string, (context: Context) => Promise<void>])[] = [
  [
    "leads out of the folder",
    async (context) => {
      const after = context.stamp("outside.txt");
      await putJournal(context, [{ path: "../outside.txt", file: 1, before: null, after }]);
    },
  ],
  [
    "names an absolute path",
    async (context) => {
      const after = context.stamp("outside.txt");
      await putJournal(context, [
        { path: join(context.folder, "outside.txt"), file: 1, before: null, after },
      ]);
    },
  ],
  [
    "leads out by a link",
    async (context) => {
      await symlink("..", join(context.out, "link"));
      const after = context.stamp("outside.txt");
      await putJournal(context, [{ path: "link/outside.txt", file: 1, before: null, after }]);
    },
  ],
  [
    "claims files of the user",
    (context) =>
      putJournal(context, [
        { path: "mine.ts", file: 1, before: null, after: guess },
        { path: "empty.ts", file: 2, before: null, after: "0 0" },
      ]),
  ],
  [
    "has other files put back",
    async (context) => {
      await put(context.run, { "1.earlier": "evil", "2.earlier": "evil" });
      await putJournal(context, [
        { path: ".git/hooks/post-checkout", file: 1, before: guess, after: null },
        { path: "mine.ts", file: 2, before: guess, after: guess },
      ]);
    },
  ],
  [
    "has a link put back",
    async (context) => {
      await symlink("../../../outside.txt", join(context.run, "1.earlier"));
      await putJournal(context, [
        { path: "new.ts", file: 1, before: context.stamp("outside.txt"), after: null },
      ]);
    },
  ],
  [
    "has folders removed",
    async (context) => {
      await mkdir(join(context.out, "folder"));
      await putJournal(
        context,
        [{ path: "mine.ts", file: 1, before: null, after: guess }],
        ["folder"],
      );
    },
  ],
  [
    "names what belongs to the run",
    (context) =>
      putJournal(context, [{ path: ".guardsmith/lock", file: 1, before: null, after: guess }]),
  ],
  [
    "was cut off",
    async (context) => {
      const after = context.stamp("out/mine.ts");
      const steps = [{ path: "mine.ts", file: 1, before: null, after }];
      await writeFile(
        join(context.run, "journal"),
        sealed(JSON.stringify({ folders: [], steps })).slice(0, -9),
      );
    },
  ],
  [
    "was changed",
    async (context) => {
      const steps = [{ path: "mine.ts", file: 1, before: null, after: guess }];
      const text = sealed(JSON.stringify({ folders: [], steps }));
      await writeFile(
        join(context.run, "journal"),
        text.replace(guess, context.stamp("out/mine.ts")),
      );
    },
  ],
  ["is empty", ({ run }) => writeFile(join(run, "journal"), "")],
  ["is no JSON", ({ run }) => writeFile(join(run, "journal"), sealed("{"))],
  ["has another form", ({ run }) => writeFile(join(run, "journal"), sealed("[1]"))],
  ["is a folder", ({ run }) => mkdir(join(run, "journal"))],
  ["is a link", ({ folder, run }) => symlink(join(folder, "outside.txt"), join(run, "journal"))],
  [
    "is behind a link",
    async ({ folder, out }) => {
      await put(folder, { "elsewhere/journal": sealed('{"folders":[],"steps":[]}') });
      await symlink("../../elsewhere", join(out, ".guardsmith/run-2"));
    },
  ],
];

describe("a journal that", () => {
  it.each(attacks)("%s changes nothing, and is gone after the next run", async (_, attack) => {
    const folder = await temporaryFolder();
    await put(folder, mine);
    const run = join(folder, "out/.guardsmith/run-1");
    await mkdir(run, { recursive: true });
    await attack({
      folder,
      out: join(folder, "out"),
      run,
      stamp: (path) => stampOf(join(folder, path)) ?? "",
    });
    const before = Object.entries(await snapshot(folder));
    (await lockFolder(join(folder, "out"))).release();
    expect(await snapshot(folder)).toEqual(
      Object.fromEntries(before.filter(([path]) => !path.startsWith("out/.guardsmith"))),
    );
  });

  it("names a file that was changed since leaves that, and undoes the rest", async () => {
    const folder = await temporaryFolder();
    await put(folder, {
      "out/put.ts": "new",
      "out/edited.ts": "new",
      "out/.guardsmith/run-1/2.earlier": "old",
    });
    const out = join(folder, "out");
    const run = join(out, ".guardsmith/run-1");
    const [put_, edited] = [stampOf(join(out, "put.ts")), stampOf(join(out, "edited.ts"))];
    const before = stampOf(join(run, "2.earlier"));
    await writeFile(
      join(run, "journal"),
      sealed(
        JSON.stringify({
          folders: [],
          steps: [
            { path: "put.ts", file: 1, before: null, after: put_ },
            { path: "edited.ts", file: 2, before, after: edited },
          ],
        }),
      ),
    );
    await writeFile(join(out, "edited.ts"), "edited");
    await utimes(join(out, "edited.ts"), 1, 1);
    (await lockFolder(out)).release();
    expect(await snapshot(out)).toEqual({ "edited.ts": "edited" });
  });
});

describe("what is in the place of the folder of a run", () => {
  it.each<readonly [string, (out: string) => Promise<unknown>]>([
    ["a file", (out) => writeFile(join(out, ".guardsmith"), "mine")],
    ["a link", (out) => symlink("..", join(out, ".guardsmith"))],
  ])("stops the run, if it is %s", async (_, arrange) => {
    const folder = await temporaryFolder();
    await put(folder, mine);
    await arrange(join(folder, "out"));
    const before = await snapshot(folder);
    await expect(lockFolder(join(folder, "out"))).rejects.toMatchObject({
      diagnostics: [{ code: "foreign-file" }],
    });
    expect(await snapshot(folder)).toEqual(before);
  });
});
