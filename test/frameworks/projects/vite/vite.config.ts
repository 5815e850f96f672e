import { defineConfig } from "vite";

export default defineConfig({
  build: {
    // What is built is run by Node.js, where there is no document.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { entryFileNames: "main.js" } },
  },
});
