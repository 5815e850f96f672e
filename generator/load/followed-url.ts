import { fetchBytes, fetchNewer, type Fetched, type FetchOptions } from "./fetch.js";
import type { FollowedUrl } from "./url-hook.js";

/**
 * Returns a file that can be checked for changes.
 *
 * @param url Its URL.
 * @param fetched The retrieved file; undefined if it could not be retrieved.
 * @param options How to retrieve it.
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
