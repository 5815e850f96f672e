import { fetchBytes, fetchNewer, type Fetched, type FetchOptions } from "./fetch.js";
import type { FollowedUrl } from "./url-hook.js";

/**
 * A file that can be asked for again.
 *
 * @param url Where it is.
 * @param fetched What came; undefined, if nothing did.
 * @param options How it was retrieved.
 */
export function followedUrl(
  url: URL,
  fetched: Fetched | undefined,
  options: FetchOptions,
): FollowedUrl {
  let last = fetched;
  return {
    url: url.href,
    isRead: fetched !== undefined,
    hasChanged: async (signal) => {
      const before = last;
      const asked = { ...options, signal };
      const now = before ? await fetchNewer(url, before, asked) : await fetchBytes(url, asked);
      if (now === undefined) return false;
      last = now;
      return before?.uri !== now.uri || !areSame(before.bytes, now.bytes);
    },
  };
}

function areSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
