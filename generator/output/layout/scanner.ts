/** The texts of the tokens of a piece of code, one after the other. */
export class Scanner {
  readonly #text: string;
  /** Where the current token starts, and where it ends. */
  #start = 0;
  #end = 0;
  /** The current token; empty at the end of the text. */
  token = "";

  constructor(text: string) {
    this.#text = text;
    this.next();
  }

  /** Goes on to the next token, and returns the one before. */
  next(): string {
    const before = this.token;
    tokenPattern.lastIndex = this.#end;
    const [match = "", token = ""] = tokenPattern.exec(this.#text) ?? [];
    this.#start = this.#end + match.length - token.length;
    this.#end += match.length;
    this.token = token;
    return before;
  }

  /** How many characters there are before the current token. */
  get position(): number {
    return this.#start;
  }

  /** Whether the current token is this one. */
  is(token: string): boolean {
    return this.token === token;
  }

  /** Takes the current token, if it is this one. */
  take(token: string): boolean {
    if (this.token !== token) return false;
    this.next();
    return true;
  }

  /** Takes the current token, which has to be this one. */
  expect(token: string): void {
    if (!this.take(token))
      throw new UnknownSyntaxError(this.#text.slice(this.#start, this.#end + 20));
  }

  /** What follows the current token, up to the end of the text. */
  get rest(): string {
    return this.#text.slice(this.#end);
  }

  /** Takes the current token as the beginning of a regular expression, and returns all of it. */
  pattern(): string {
    regExpPattern.lastIndex = this.#start;
    const [pattern = ""] = regExpPattern.exec(this.#text) ?? [];
    if (pattern === "") throw new UnknownSyntaxError(this.rest);
    this.#end = this.#start + pattern.length;
    this.next();
    return pattern;
  }
}

/** Says that code is none of the kinds that are known here. */
export class UnknownSyntaxError extends Error {
  constructor(code: string) {
    super(`No layout is known for the code at ${JSON.stringify(code.slice(0, 40))}`);
    this.name = "UnknownSyntaxError";
  }
}

/** Blanks, then a comment, a string, a number, a name or a mark. */
const tokenPattern =
  /\s*(\/\*.*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\d[\w.]*(?:(?<=\de)[+-]\d+)?|[\p{ID_Start}$_][\p{ID_Continue}$]*|=>|\.\.\.|[=!]==?|[<>]=|&&|\|\||\+=|.)?/suy;

const regExpPattern = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy;
