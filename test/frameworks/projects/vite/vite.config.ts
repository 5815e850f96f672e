import { defineConfig } from "vite";

export default defineConfig({
  build: {
    // Node.js runs the build, without a DOM.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { entryFileNames: "main.js" } },
  },
});
