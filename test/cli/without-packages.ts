import { register } from "node:module";

// Lets a process find none of the packages that WITHOUT_PACKAGES names, with blanks between them.

const hooks = `
const missing = ${JSON.stringify((process.env.WITHOUT_PACKAGES ?? "").split(" "))};
export function resolve(specifier, context, next) {
  const isMissing = missing.some((name) => specifier === name || specifier.startsWith(name + "/"));
  if (isMissing) throw new Error("There is no package " + specifier);
  return next(specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
