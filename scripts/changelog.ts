const unreleased = "Unreleased";

/**
 * Returns what a changelog says about a version, without the heading; undefined, if it has no such section.
 *
 * @param changelog The text of `CHANGELOG.md`, in the form of https://keepachangelog.com/en/1.1.0/.
 * @param version A version, or `Unreleased`.
 */
export function changesOf(changelog: string, version: string): string | undefined {
  const section = sectionsOf(changelog).find(({ name }) => name === version);
  return section?.text.trim();
}

/**
 * Makes the section of a version out of what is unreleased.
 *
 * @param date Today, as `2026-11-29`.
 * @throws If nothing is unreleased, or the version has a section already.
 */
export function releaseChanges(changelog: string, version: string, date: string): string {
  if (changesOf(changelog, version) !== undefined) {
    throw new Error(`CHANGELOG.md has a section for ${version} already`);
  }
  if ((changesOf(changelog, unreleased) ?? "") === "") {
    throw new Error('CHANGELOG.md has nothing under "Unreleased": write what changed for users');
  }
  return changelog.replace(
    `## ${unreleased}\n`,
    () => `## ${unreleased}\n\n## ${version} - ${date}\n`,
  );
}

/** The sections of the second level, with the version in their heading. */
function sectionsOf(changelog: string): readonly { name: string; text: string }[] {
  return changelog.split(/^## /m).flatMap((part) => {
    const [, name, text] = /^(\S+)(?: - \d{4}-\d{2}-\d{2})?\n(.*)$/s.exec(part) ?? [];
    return name === undefined || text === undefined ? [] : [{ name, text }];
  });
}
