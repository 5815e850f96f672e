/**
 * Makes a function remember what it returned, a promise that is not settled included.
 *
 * @param get What to call for a key that was not there before.
 */
export function once<T>(get: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const value = known.get(key) ?? get(key);
    known.set(key, value);
    return value;
  };
}
