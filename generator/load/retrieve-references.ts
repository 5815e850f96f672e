import type { SourceDocument, SourceText } from "../core/source-text.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { inputError, InputError } from "../core/failure.js";
import type { Document, Failure } from "../openapi/document.js";
import { defaultDocumentLimits, retrievalsAtATime, type DocumentLimits } from "../text/limits.js";
import { parseSource } from "../text/parse.js";
import { isPointer } from "../core/pointer.js";
import { ReferenceCollector, type Resource } from "./references.js";
import { openRetrieval, type Retrieve, type RetrieveOptions } from "./retrieve.js";
import type { Target } from "../core/uri.js";

/** What the retrieval of references depends on. */
export interface ReferenceOptions extends RetrieveOptions {
  /** Takes the warnings about the files. */
  readonly log: DiagnosticLog;
  /** What all the files together may come to. Default: 20,000 files and 512 MiB. */
  readonly documentLimits?: DocumentLimits;
}

/** The files of a document. */
export type DocumentFiles = Pick<Document, "sources" | "aliases" | "failures">;

/**
 * Retrieves every file that a document refers to, and every file that those refer to: breadth first,
 * several at a time, each once. The result does not depend on which of them comes first.
 *
 * @param entry The entry file.
 * @param options What may be retrieved.
 * @returns The files in the order in which the document refers to them, and why some are missing.
 * @throws InputError when there are too many files, or too much in them.
 */
export async function retrieveReferences(
  entry: SourceDocument,
  options: ReferenceOptions,
): Promise<DocumentFiles> {
  const retrieve = await openRetrieval(entry, options);
  const files = new FileCollection(entry, options);
  for (let wanted = files.wanted(); wanted.length > 0; wanted = files.wanted()) {
    for (let done = 0; done < wanted.length; done += retrievalsAtATime) {
      const batch = wanted.slice(done, done + retrievalsAtATime);
      const outcomes = await Promise.all(batch.map((uri) => attempt(retrieve, uri)));
      for (const { uri, outcome } of outcomes) files.add(uri, outcome);
    }
  }
  return files.result();
}

interface Attempt {
  readonly uri: string;
  readonly outcome: SourceText | InputError;
}

async function attempt(retrieve: Retrieve, uri: string): Promise<Attempt> {
  try {
    return { uri, outcome: await retrieve(uri) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { uri, outcome: error };
  }
}

/** The files that are there so far, and what they refer to. */
class FileCollection {
  readonly #log: DiagnosticLog;
  readonly #limits: DocumentLimits;
  readonly #sources = new Map<string, SourceDocument>();
  readonly #aliases = new Map<string, string>();
  readonly #failures = new Map<string, Failure>();
  /** What a reference without a fragment leads to, by URI: files, and schemas with an `$id`. */
  readonly #resources = new Map<string, Resource>();
  readonly #collector = new ReferenceCollector();
  /** The targets of references that were not looked at yet. */
  #pending: Target[] = [];
  /** Every target that ever was pending, as one text. */
  readonly #known = new Set<string>();
  /** The URIs that were wanted. */
  readonly #requested = new Set<string>();
  #bytes = 0;

  constructor(entry: SourceDocument, { log, documentLimits }: ReferenceOptions) {
    this.#log = log;
    this.#limits = documentLimits ?? defaultDocumentLimits;
    this.#addSource(entry);
    const [uri = ""] = URL.canParse(entry.uri) ? new URL(entry.uri).href.split("#") : [entry.uri];
    if (uri !== entry.uri) this.#aliases.set(uri, entry.uri);
  }

  /** The URIs that references lead to and that were not asked for before. */
  wanted(): readonly string[] {
    const wanted = new Set<string>();
    const waiting: Target[] = [];
    // What a target refers to is appended while the loop runs.
    for (const target of this.#pending) {
      const resource = this.#resources.get(this.#aliases.get(target.uri) ?? target.uri);
      if (resource === undefined) {
        waiting.push(target);
        if (!this.#requested.has(target.uri)) wanted.add(target.uri);
      } else if (isPointer(target.fragment)) {
        this.#collect(resource, target.fragment);
      }
    }
    this.#pending = waiting;
    for (const uri of wanted) this.#requested.add(uri);
    if (this.#requested.size > this.#limits.files) throw tooManyFiles(this.#limits);
    return [...wanted];
  }

  /** Takes in what became of a wanted URI. */
  add(uri: string, outcome: SourceText | InputError): void {
    if (outcome instanceof InputError) {
      this.#failures.set(uri, failureOf(outcome));
      return;
    }
    if (!this.#sources.has(outcome.uri) && !this.#failures.has(outcome.uri)) this.#parse(outcome);
    const failure = this.#failures.get(outcome.uri);
    if (failure !== undefined) this.#failures.set(uri, failure);
    else if (uri !== outcome.uri) this.#aliases.set(uri, outcome.uri);
  }

  result(): DocumentFiles {
    // A schema that is found later can have the URI.
    const failures = [...this.#failures].filter(([uri]) => !this.#resources.has(uri));
    return {
      sources: this.#sources,
      aliases: this.#aliases,
      failures: new Map(failures),
    };
  }

  #parse(source: SourceText): void {
    this.#bytes += new TextEncoder().encode(source.text).length;
    if (this.#bytes > this.#limits.bytes) throw tooManyBytes(this.#limits);
    try {
      this.#addSource(parseSource(source, this.#log));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#failures.set(source.uri, malformed(source, error));
    }
  }

  #addSource(source: SourceDocument): void {
    this.#sources.set(source.uri, source);
    const resource: Resource = { value: source.value, around: source.uri };
    if (!this.#resources.has(source.uri)) this.#resources.set(source.uri, resource);
    this.#collect(resource);
  }

  #collect(where: Resource, pointer?: string): void {
    const { targets, resources } = this.#collector.collect(where, pointer);
    for (const [uri, resource] of resources) {
      if (!this.#resources.has(uri)) this.#resources.set(uri, resource);
    }
    for (const target of targets) {
      const key = `${target.uri}#${target.fragment}`;
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      this.#pending.push(target);
    }
  }
}

function failureOf({ diagnostics, message: all }: InputError): Failure {
  const [first] = diagnostics;
  const { code = "unreadable", message = all, help } = first ?? {};
  return { code, message, ...(help !== undefined && { help }) };
}

function malformed(source: SourceText, { diagnostics }: InputError): Failure {
  const message = `${source.name} is malformed`;
  return { code: "malformed-file", message, diagnostics, source };
}

function tooManyFiles({ files }: DocumentLimits): InputError {
  const message = `the document refers to more than ${files} files`;
  return inputError([{ code: "too-many-files", message, help: splitHelp }]);
}

function tooManyBytes({ bytes }: DocumentLimits): InputError {
  const message = `the files of the document come to more than ${bytes} bytes`;
  return inputError([{ code: "too-many-bytes", message, help: splitHelp }]);
}

const splitHelp = "take out what does not belong to the document, or split it";
