/** Whether a string is a language tag of RFC 5646: `de`, `zh-Hant-TW`, `en-u-hc-h23`, `x-ours`. */
export function matchesLanguage(text: string): boolean {
  const tags = text.split("-");
  if (!tags.every((tag) => /^[a-z\d]{1,8}$/i.test(tag))) return false;
  if (isIrregular(text)) return true;
  // A single letter starts an extension, which needs further subtags; after `x`, all are allowed.
  const isSingle = tags.findIndex((tag) => tag.length === 1);
  const language = isSingle < 0 ? tags : tags.slice(0, isSingle);
  const added = tags.slice(language.length);
  const isOwn = added.findIndex((tag) => /^x$/i.test(tag));
  if (isOwn >= 0 && isOwn === added.length - 1) return false;
  const extensions = isOwn < 0 ? added : added.slice(0, isOwn);
  return (
    (isOwn === 0 && language.length === 0 ? true : isLanguage(language)) &&
    extensions.every((tag, index) => tag.length > 1 || (extensions[index + 1] ?? "").length > 1)
  );
}

/** Whether tags are a language, with its script, region and variants. */
function isLanguage(tags: readonly string[]): boolean {
  const text = tags.join("-");
  const [start] =
    /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?=-|$)/i.exec(
      text,
    ) ?? [];
  if (start === undefined) return false;
  const variants = text.slice(start.length).split("-").slice(1);
  return variants.every((tag) => tag.length > 4 || /^\d.{3}$/.test(tag));
}

/** Tags that are older than the rules, and do not follow them. */
function isIrregular(text: string): boolean {
  return /^(?:en-GB-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:BE-FR|BE-NL|CH-DE))$/i.test(
    text,
  );
}
