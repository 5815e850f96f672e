/** A file on the network that a run has asked for. */
export interface FollowedUrl {
  readonly url: string;
  /** Whether the run has got it. */
  readonly isRead: boolean;
  /**
   * Whether it is another one than before, or is there now. Where nothing has changed, a server that
   * knows versions sends nothing.
   *
   * @throws InputError when it cannot be retrieved.
   */
  readonly hasChanged: (signal: AbortSignal) => Promise<boolean>;
}

/** Is called with every file on the network that is asked for. */
export type UrlHook = (file: FollowedUrl) => void;
