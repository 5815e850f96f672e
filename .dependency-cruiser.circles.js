// @ts-check
// No two files import each other in a circle, not even types. The one exception, the circle of schemas
// and keywords, has to pass through one file of types. dependency-cruiser looks at one circle for each
// import, so that this one could hide others: they are looked for without that file.
import layers, { forbid, keywordValues } from "./.dependency-cruiser.js";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    forbid("no-circle", {
      comment:
        "These files import each other in a circle. Move what they share to a file of its own, merge them if they are one idea, or pass a function in.",
      to: { circular: true },
    }),
  ],
  options: { ...layers.options, exclude: { path: keywordValues } },
};
