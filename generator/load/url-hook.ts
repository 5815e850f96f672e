/** A URL that a run has requested. */
export interface FollowedUrl {
  readonly url: string;
  /** Whether the run could retrieve it. */
  readonly isRead: boolean;
  /**
   * Returns whether the file has changed, or can be retrieved now. Servers that support conditional requests
   * send no content if nothing has changed.
   *
   * @throws {InputError} If it cannot be retrieved.
   */
  readonly hasChanged: (signal: AbortSignal) => Promise<boolean>;
}

/** Is called with every URL that is requested. */
export type UrlHook = (file: FollowedUrl) => void;
