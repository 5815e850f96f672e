declare module "@babel/helper-validator-identifier" {
  export function isIdentifierStart(codePoint: number): boolean;
  export function isIdentifierChar(codePoint: number): boolean;
}
