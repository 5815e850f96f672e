import { parseUrl } from "../core/uri.js";
import type { SourceDocument, SourceText } from "../core/source-text.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { inputError, InputError } from "../core/failure.js";
import type { DocumentFiles, Failure } from "../openapi/document.js";
import { defaultDocumentLimits, retrievalsAtATime, type DocumentLimits } from "../text/limits.js";
import { parseSource } from "../text/parse.js";
import { DocumentScan } from "../openapi/scan.js";
import { openRetrieval, type Retrieve, type RetrieveOptions } from "./retrieve.js";

/** What the retrieval of references depends on. */
export interface ReferenceOptions extends RetrieveOptions {
  /** Receives the warnings about the files. */
  readonly log: DiagnosticLog;
  /** The limits of all files together. Default: 20,000 files and 512 MiB. */
  readonly documentLimits?: DocumentLimits;
}

/** The files of a document, and the targets of references in them. */
export interface RetrievedFiles extends Pick<DocumentFiles, "sources" | "aliases" | "failures"> {
  /** The scan of the files. */
  readonly scan: DocumentScan;
}

/**
 * Retrieves every file that a document refers to, directly or indirectly: breadth first, several at a time,
 * each once. The result does not depend on the order of arrival.
 *
 * @param entry The entry file.
 * @param options What may be retrieved.
 * @returns The files in the order in which the document refers to them, and the failures.
 * @throws {InputError} If there are too many files, or they are too large.
 */
export async function retrieveReferences(
  entry: SourceDocument,
  options: ReferenceOptions,
): Promise<RetrievedFiles> {
  const retrieve = await openRetrieval(entry, options);
  const files = new FileCollection(entry, options);
  for (let wanted = files.wanted(); wanted.length > 0; wanted = files.wanted()) {
    for (let done = 0; done < wanted.length; done += retrievalsAtATime) {
      const batch = wanted.slice(done, done + retrievalsAtATime);
      const outcomes = await Promise.all(
        batch.map((uri) => attempt(retrieve, uri, files.locationOf(uri))),
      );
      for (const { uri, outcome } of outcomes) files.add(uri, outcome);
    }
  }
  return files.result();
}

interface Attempt {
  readonly uri: string;
  readonly outcome: SourceText | InputError;
}

/** @param location The URI at which the file is looked for. */
async function attempt(retrieve: Retrieve, uri: string, location: string): Promise<Attempt> {
  try {
    return { uri, outcome: await retrieve(location) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { uri, outcome: error };
  }
}

/** The files so far, and what they refer to. */
class FileCollection {
  readonly #log: DiagnosticLog;
  readonly #limits: DocumentLimits;
  readonly #sources = new Map<string, SourceDocument>();
  readonly #aliases = new Map<string, string>();
  readonly #failures = new Map<string, Failure>();
  readonly #scan: DocumentScan;
  #bytes = 0;

  constructor(entry: SourceDocument, { log, documentLimits }: ReferenceOptions) {
    this.#log = log;
    this.#limits = documentLimits ?? defaultDocumentLimits;
    this.#scan = new DocumentScan(entry);
    this.#sources.set(entry.uri, entry);
    const [uri = ""] = parseUrl(entry.uri)?.href.split("#") ?? [entry.uri];
    if (uri !== entry.uri) this.#addSource(uri, entry);
  }

  /** The URIs of references that were not requested before. */
  wanted(): readonly string[] {
    const wanted = this.#scan.wanted();
    if (this.#scan.requests > this.#limits.files) throw tooManyFiles(this.#limits);
    return wanted;
  }

  /** Returns the URI at which a file is looked for. */
  locationOf(uri: string): string {
    return this.#scan.locationOf(uri);
  }

  /** Adds the result for a wanted URI. */
  add(uri: string, outcome: SourceText | InputError): void {
    if (outcome instanceof InputError) {
      this.#failures.set(uri, failureOf(outcome));
      return;
    }
    if (!this.#sources.has(outcome.uri) && !this.#failures.has(outcome.uri)) this.#parse(outcome);
    const source = this.#sources.get(outcome.uri);
    const failure = this.#failures.get(outcome.uri);
    if (source !== undefined) this.#addSource(uri, source);
    else if (failure !== undefined) this.#failures.set(uri, failure);
  }

  result(): RetrievedFiles {
    const { resources } = this.#scan;
    // A schema that was found later may have the URI.
    const failures = [...this.#failures].filter(([uri]) => resources.get(uri) === undefined);
    return {
      sources: this.#sources,
      aliases: this.#aliases,
      failures: new Map(failures),
      scan: this.#scan,
    };
  }

  #parse(source: SourceText): void {
    this.#bytes += new TextEncoder().encode(source.text).length;
    if (this.#bytes > this.#limits.bytes) throw tooManyBytes(this.#limits);
    try {
      this.#sources.set(source.uri, parseSource(source, this.#log));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#failures.set(source.uri, malformed(source, error));
    }
  }

  #addSource(uri: string, source: SourceDocument): void {
    if (uri !== source.uri) this.#aliases.set(uri, source.uri);
    this.#scan.add(uri, source);
  }
}

function failureOf({ diagnostics, message: all }: InputError): Failure {
  const [first] = diagnostics;
  const { code = "file-unreadable", message = all, help } = first ?? {};
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
  const message = `the files of the document have more than ${bytes} bytes in all`;
  return inputError([{ code: "too-many-bytes", message, help: splitHelp }]);
}

const splitHelp = "remove what does not belong to the document, or split it";
