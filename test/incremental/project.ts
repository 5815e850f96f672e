import { rm } from "node:fs/promises";
import { join } from "node:path";
import { runGenerate } from "../../generator/commands/generate.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";

/** What a run printed, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the run turned to; nothing, where it stopped before anything was parsed. */
  readonly worked: boolean;
}

/** A folder with a document, a config and the output of a run. */
export class Project {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async with(files: Readonly<Record<string, string>>): Promise<Project> {
    const project = new Project(await temporaryFolder());
    await project.put(files);
    return project;
  }

  async put(files: Readonly<Record<string, string>>): Promise<void> {
    await put(this.folder, files);
  }

  async remove(...paths: readonly string[]): Promise<void> {
    for (const path of paths) await rm(join(this.folder, path), { recursive: true });
  }

  /** Generates into a folder of the project. */
  async generate(settings: {
    readonly out?: string;
    readonly check?: boolean;
    readonly force?: boolean;
  }): Promise<Outcome> {
    let stdout = "";
    let stderr = "";
    let worked = false;
    const { out = "out", ...flags } = settings;
    const code = await runGenerate(
      {
        out,
        ...flags,
        rerun: "",
        observer: {
          onConfig: () => undefined,
          onFile: () => undefined,
          // It is asked at every stage.
          signal: watchedSignal(() => {
            worked = true;
          }),
        },
      },
      {
        cwd: this.folder,
        color: false,
        colorOutput: false,
        stdin: () => process.stdin,
        stdout: (text) => (stdout += text),
        stderr: (text) => (stderr += text),
        progress: () => undefined,
        now: () => new Date("2026-11-29"),
      },
    );
    return { code, stdout, stderr, worked };
  }

  /** What the output folder holds. */
  async output(out = "out"): Promise<Readonly<Record<string, string>>> {
    return snapshot(join(this.folder, out));
  }

  /** What an empty folder comes to hold. */
  async fresh(): Promise<Readonly<Record<string, string>>> {
    await this.generate({ out: "fresh" });
    const files = await this.output("fresh");
    await this.remove("fresh");
    return files;
  }
}

function watchedSignal(onAsked: () => void): AbortSignal {
  const { signal } = new AbortController();
  signal.throwIfAborted = onAsked;
  return signal;
}
