/** The part of picomatch that is used: it comes without types. */
declare module "picomatch" {
  const picomatch: {
    readonly isMatch: (
      path: string,
      pattern: string,
      options: { readonly dot: boolean; readonly basename: boolean },
    ) => boolean;
  };
  export default picomatch;
}
