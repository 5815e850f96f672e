// Prints what stands on the page that the build has rendered.
import { readFileSync } from "node:fs";

const html = readFileSync(".next/server/app/index.html", "utf8");
for (const [, text] of html.matchAll(/<p>(.*?)<\/p>/g)) console.log(text);
