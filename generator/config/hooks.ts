/** Which files references may lead to. */
export interface ReferencePolicy {
  /**
   * The folder that they must not leave, an absolute path, real paths counting. Default: the folder of
   * the entry file.
   */
  readonly root?: string;
  /**
   * The origins that files are retrieved from, such as `https://schemas.example.com`, besides those in
   * the folder of a document that is on the network itself.
   */
  readonly origins: readonly string[];
}

/**
 * Retrieves a file in place of Guardsmith: from a cache, say, or with credentials.
 *
 * @param uri The absolute URI of the file, without a fragment.
 * @returns The text of the file; `undefined` leaves it to Guardsmith.
 */
export type RetrieveHook = (uri: string) => string | undefined | Promise<string | undefined>;
