import type { FollowedUrl } from "../load/url-hook.js";

/** What to call about files on the network. */
export interface UrlPollerOptions {
  /** How long to wait between two requests, in milliseconds. */
  readonly interval: number;
  /** Is called when a file differs from what the last run has read. */
  readonly onChange: () => void;
  /** Is called when a file cannot be retrieved; not again until it could be retrieved. */
  readonly onProblem: (error: unknown) => void;
  /** Is called when a file can be retrieved again. */
  readonly onRecovery: (url: string) => void;
}

/** How many files are requested at the same time. */
const atATime = 16;

/** The longest time between two requests, in milliseconds, unless the interval is longer. */
const longestWait = 60_000;

/**
 * Polls servers for changes of files. While a file cannot be retrieved, the waiting time doubles with each
 * attempt.
 */
export class UrlPoller {
  readonly #options: UrlPollerOptions;
  readonly #failing = new Set<string>();
  #files: readonly FollowedUrl[] = [];
  #hasChanged = false;
  #timer: NodeJS.Timeout | undefined;
  #looking = new AbortController();

  constructor(options: UrlPollerOptions) {
    this.#options = options;
  }

  /** The files that are polled. */
  get files(): readonly FollowedUrl[] {
    return this.#files;
  }

  /** Whether one of them has changed since the last run. */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  /** Stops polling, for example while a run requests the files itself. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#looking.abort();
  }

  /** Polls these files, instead of those before. */
  follow(files: readonly FollowedUrl[]): void {
    this.pause();
    this.#files = files;
    this.#hasChanged = false;
    this.#looking = new AbortController();
    for (const { url, isRead } of files) {
      // The run has reported why it could not read the file.
      if (isRead) this.#failing.delete(url);
      else this.#failing.add(url);
    }
    if (files.length > 0) this.#wait(this.#options.interval, this.#looking.signal);
  }

  #wait(time: number, signal: AbortSignal): void {
    this.#timer = setTimeout(() => void this.#look(time, signal), time);
  }

  async #look(waited: number, signal: AbortSignal): Promise<void> {
    const { interval, onChange } = this.#options;
    let isWell = true;
    for (let done = 0; done < this.#files.length; done += atATime) {
      const batch = this.#files.slice(done, done + atATime);
      const answers = await Promise.all(batch.map((file) => this.#ask(file, signal)));
      if (signal.aborted) return;
      if (answers.includes("changed")) {
        this.#hasChanged = true;
        onChange();
        return;
      }
      isWell &&= !answers.includes("failed");
    }
    this.#wait(isWell ? interval : Math.max(interval, Math.min(waited * 2, longestWait)), signal);
  }

  async #ask(file: FollowedUrl, signal: AbortSignal): Promise<"same" | "changed" | "failed"> {
    const { onProblem, onRecovery } = this.#options;
    try {
      const hasChanged = await file.hasChanged(signal);
      if (this.#failing.delete(file.url) && !hasChanged) onRecovery(file.url);
      return hasChanged ? "changed" : "same";
    } catch (error) {
      if (!signal.aborted && !this.#failing.has(file.url)) onProblem(error);
      if (!signal.aborted) this.#failing.add(file.url);
      return "failed";
    }
  }
}
