/**
 * Returns a function that caches the promises of another function by key, including pending ones.
 *
 * @param get The function to call for a new key.
 */
export function once<T>(get: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const value = known.get(key) ?? get(key);
    known.set(key, value);
    return value;
  };
}
