import { matchesEmail } from "./format-email.js";
import { areLabels } from "./idna.js";

/** Whether a string is a mailbox of RFC 6531, which may have any letters: `用户@例子.测试`. */
export function matchesIdnEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  // A non-ASCII letter is allowed wherever an ASCII one is; the limit of the local part is in
  // octets.
  const local = text
    .slice(0, Math.max(at, 0))
    .replace(/[\u0080-\u07ff\ud800-\udfff]/g, "xx")
    .replace(/[\u0800-\uffff]/g, "xxx");
  if (!/[^\0-\x7f]/.test(domain)) return matchesEmail(`${local}@${domain}`);
  return areLabels(domain.normalize().split(".")) && matchesEmail(`${local}@x`);
}
