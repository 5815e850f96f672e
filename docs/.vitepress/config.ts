import type { DefaultTheme, UserConfig } from "vitepress";
import manifest from "../../package.json" with { type: "json" };
import { linkToRepository } from "./link-to-repository.js";
import { nav, sidebar } from "./pages.js";
import { slugOf } from "./slug.js";

/** Where the sources are published. */
const repository = manifest.repository.url.replace(/^git\+|\.git$/g, "");

// https://vitepress.dev/reference/site-config
const config: UserConfig<DefaultTheme.Config> = {
  title: "Guardsmith",
  description: manifest.description,
  cleanUrls: true,
  cacheDir: "../node_modules/.cache/vitepress",
  markdown: {
    // Pages are also read on GitHub: what has a meaning here only is off, and anchors are the same.
    attrs: { disable: true },
    anchor: { slugify: slugOf },
    languageAlias: { gitattributes: "ini" },
    config: (markdown) => {
      linkToRepository(markdown, repository);
    },
  },
  themeConfig: {
    nav,
    sidebar,
    outline: [2, 3],
    search: { provider: "local" },
    socialLinks: [{ icon: "github", link: repository }],
    editLink: { pattern: `${repository}/edit/main/docs/:path` },
  },
};

export default config;
