import { readdirSync, readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";

/** Pages of a folder, with their titles in the sidebar, in the order in which they are listed. */
function pages(
  folder: string,
  titles: Readonly<Record<string, string>>,
): readonly DefaultTheme.SidebarItem[] {
  return Object.entries(titles).map(([name, text]) => ({ text, link: `/${folder}/${name}` }));
}

/** The decisions, each with the title that its file has. */
function decisions(): readonly DefaultTheme.SidebarItem[] {
  const folder = new URL("../decisions/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .toSorted()
    .map((file) => {
      const [, text = file] = /^# (.+)$/m.exec(readFileSync(new URL(file, folder), "utf8")) ?? [];
      return { text, link: `/decisions/${file.slice(0, -".md".length)}` };
    });
}

/** The links at the top of every page. */
export const nav: DefaultTheme.NavItem[] = [
  { text: "Guide", link: "/guide/getting-started", activeMatch: "^/guide/" },
  { text: "Reference", link: "/reference/commands", activeMatch: "^/reference/" },
  { text: "Explanation", link: "/explanation/exactness", activeMatch: "^/explanation/" },
  { text: "Migration", link: "/migration/openapi-typescript", activeMatch: "^/migration/" },
];

/** Every page but the first one. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: "Guide",
    items: [
      ...pages("guide", {
        "getting-started": "Getting started",
        clients: "Clients",
        servers: "Servers",
        operations: "Operations",
        "checking-data": "Checking data",
        "contract-drift": "Contract drift",
        "json-text": "JSON text",
      }),
    ],
  },
  {
    text: "Projects",
    items: [
      ...pages("guide", {
        "own-package": "A package of its own",
        monorepo: "Monorepos",
        frameworks: "Frameworks and compilers",
        selection: "Choosing operations",
        files: "Files",
        network: "Documents on the network",
        interrupts: "Interrupts",
      }),
    ],
  },
  {
    text: "Review",
    items: [
      ...pages("guide", {
        ci: "In CI",
        "reviewing-changes": "Reviewing changes",
        "breaking-changes": "Changes that break",
      }),
    ],
  },
  {
    text: "Reference",
    items: [
      ...pages("reference", {
        commands: "Commands",
        config: "Config",
        "generated-code": "Generated code",
        runtime: "Runtime",
        diagnostics: "Errors and warnings",
        messages: "Messages",
        formats: "Formats",
        library: "Library",
        limits: "Known limits",
      }),
    ],
  },
  {
    text: "Explanation",
    items: [
      ...pages("explanation", {
        exactness: "Exactness",
        proofs: "How a break is proved",
        "rules-of-oasdiff": "Beside the rules of oasdiff",
        types: "Types",
        parameters: "Parameters",
        policies: "Policies",
        internals: "Inside Guardsmith",
        "other-tools": "Checks by other tools",
        dependencies: "What an install brings",
        releases: "Releases",
      }),
    ],
  },
  {
    text: "Migration",
    items: [
      ...pages("migration", {
        "openapi-typescript": "From openapi-typescript",
        "hey-api": "From hey-api",
        orval: "From orval",
        zod: "From Zod schemas",
      }),
    ],
  },
  {
    text: "Decisions",
    collapsed: true,
    items: [{ text: "All decisions", link: "/decisions/README" }, ...decisions()],
  },
];
