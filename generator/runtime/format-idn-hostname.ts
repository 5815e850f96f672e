import { areLabels } from "./idna.js";

/** Whether a string is a host name of RFC 5890: `例子.测试`. */
export function matchesIdnHostname(text: string): boolean {
  return areLabels(text.split(/[.\u3002\uff0e\uff61]/));
}
