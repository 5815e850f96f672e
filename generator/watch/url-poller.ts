import type { FollowedUrl } from "../load/url-hook.js";

/** Who is told about files on the network. */
export interface UrlPollerOptions {
  /** How long to wait between two looks, in milliseconds. */
  readonly interval: number;
  /** Is called when a file is another one than the last run has read. */
  readonly onChange: () => void;
  /** Is called when a file cannot be had, once until it can. */
  readonly onProblem: (error: unknown) => void;
  /** Is called when a file can be had again. */
  readonly onRecovery: (url: string) => void;
}

/** How many files are asked for at a time. */
const atATime = 16;

/** The longest time between two looks, in milliseconds, unless the interval is longer. */
const longestWait = 60_000;

/**
 * Asks servers again and again whether files have changed. While some cannot be had, it waits twice
 * as long each time.
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

  /** The files that are followed. */
  get files(): readonly FollowedUrl[] {
    return this.#files;
  }

  /** Whether one of them has changed since the last run. */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  /** Looks no more, as while a run asks for the files itself. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#looking.abort();
  }

  /** Follows these files, in place of those that were followed before. */
  follow(files: readonly FollowedUrl[]): void {
    this.pause();
    this.#files = files;
    this.#hasChanged = false;
    this.#looking = new AbortController();
    for (const { url, isRead } of files) {
      // The run has told why it could not be read.
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
