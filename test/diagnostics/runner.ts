// How the runner of GitHub Actions reads a log. https://github.com/actions/runner, ActionCommand.cs

/** A command that the runner would obey. */
export interface ObeyedCommand {
  readonly name: string;
  readonly properties: string;
  readonly data: string;
}

/** The names of commands that do something; Azure Pipelines has `vso[…]`, TeamCity `teamcity[…]`. */
const names = ["error", "warning", "add-mask", "set-env", "stop-commands", "group", "debug"];

/** The commands in a log. */
export function obeyedCommands(log: string): readonly ObeyedCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const command = atStart(line) ?? anywhere(line);
    return command === undefined ? [] : [command];
  });
}

function atStart(line: string): ObeyedCommand | undefined {
  const text = line.replace(/^[\s\p{Cf}\u0085]+/u, "");
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  return known(text.slice(2, end), text.slice(end + 2));
}

function anywhere(line: string): ObeyedCommand | undefined {
  const other = /##(?:vso|teamcity)\[/.exec(line);
  if (other !== null) return { name: other[0], properties: "", data: "" };
  const start = line.indexOf("##[");
  const end = line.indexOf("]", start);
  if (start < 0 || end < 0) return undefined;
  return known(line.slice(start + 3, end), line.slice(end + 1));
}

function known(info: string, data: string): ObeyedCommand | undefined {
  const [name = "", ...properties] = info.split(" ");
  return names.includes(name.toLowerCase())
    ? { name, properties: properties.join(" "), data }
    : undefined;
}
