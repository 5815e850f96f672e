import { applyEdits, modify } from "jsonc-parser";
import type { Project } from "./project.js";

/** The scripts of a project after a change. */
export interface AddedScript {
  /** The script that runs Guardsmith; undefined if there is none and none can be added. */
  readonly name: string | undefined;
  /** The new text of the `package.json`; undefined if it does not change. */
  readonly text: string | undefined;
}

const command = "guardsmith generate";

/** Adds a script that runs Guardsmith, unless there is one. No script is replaced. */
export function addScript({ manifest, scripts }: Project): AddedScript {
  if (manifest === undefined || scripts === undefined) return { name: undefined, text: undefined };
  const there = Object.entries(scripts).find(
    ([, script]) => typeof script === "string" && /\bguardsmith\s+generate\b/.test(script),
  );
  if (there !== undefined) return { name: there[0], text: undefined };
  const name = ["generate", "generate:api"].find((each) => !Object.hasOwn(scripts, each));
  if (name === undefined) return { name: undefined, text: undefined };
  const [, indent = "  "] = /^([ \t]+)"/m.exec(manifest) ?? [];
  const edits = modify(manifest, ["scripts", name], command, {
    formattingOptions: {
      insertSpaces: !indent.startsWith("\t"),
      tabSize: indent.length,
      eol: manifest.includes("\r\n") ? "\r\n" : "\n",
    },
  });
  return { name, text: applyEdits(manifest, edits) };
}
