/** The functions of `node:fs` with which a run changes something on the disk. */
export const mutations = [
  "writeFileSync",
  "writeSync",
  "openSync",
  "fsyncSync",
  "linkSync",
  "copyFileSync",
  "renameSync",
  "mkdirSync",
  "rmdirSync",
  "rmSync",
  "unlinkSync",
] as const;
