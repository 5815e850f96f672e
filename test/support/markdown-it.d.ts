/** The part of markdown-it that is used. https://markdown-it.github.io/markdown-it/ */
declare module "markdown-it" {
  export interface Token {
    readonly type: string;
    readonly tag: string;
    readonly content: string;
    readonly info: string;
    readonly children: readonly Token[] | null;
    attrGet(name: string): string | null;
    attrSet(name: string, value: string): void;
  }
  /** What a rule of the parser sees. */
  export interface State {
    readonly tokens: readonly Token[];
    readonly env: Readonly<Record<string, unknown>>;
  }
  export default class MarkdownIt {
    constructor(options?: { readonly html?: boolean; readonly linkify?: boolean });
    validateLink: (url: string) => boolean;
    readonly core: {
      readonly ruler: { push(name: string, rule: (state: State) => void): void };
    };
    parse(text: string, env: object): readonly Token[];
  }
}
