/** A project that has nothing but Guardsmith and TypeScript, by the paths of its files. */
export const project: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ name: "pets", private: true, type: "module" }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      module: "nodenext",
      target: "es2022",
      rootDir: "src",
      outDir: "dist",
      types: [],
      strict: true,
      skipLibCheck: false,
    },
    include: ["src"],
  }),
  "openapi.yaml": `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
components:
  schemas:
    Pet:
      type: object
      required: [name, kind]
      properties:
        name: { type: string, minLength: 1 }
        kind: { enum: [cat, dog] }
        age: { type: [integer, "null"], minimum: 0 }
`,
  // The config is code that imports the package.
  "guardsmith.config.ts": `import { defineConfig } from "guardsmith";

export default defineConfig({
  spec: "openapi.yaml",
  out: "src/api",
  outputs: ["models", "guards", "json-schema", "openapi"],
});
`,
  "src/main.ts": `import { isPet, PetSchema, petKindValues, type Pet } from "./api/index.js";
import type { components } from "./api/openapi.js";

const values: readonly unknown[] = JSON.parse('[{ "name": "Tom", "kind": "cat" }, { "name": "" }]');
const [tom, nobody] = values;
if (!isPet(tom)) throw new Error("Tom is a pet");
const pet: Pet & components["schemas"]["Pet"] = tom;
const { issues = [] } = PetSchema.validate(nobody);
declare const console: { log(text: string): void };
console.log([pet.name, ...petKindValues, ...issues.map(({ pointer }) => pointer)].join(" "));
`,
};

/** What the program of the project prints: at the end, the pointer of each issue. */
export const printed = "Tom cat dog /name /kind";
