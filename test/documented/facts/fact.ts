/**
 * A field of a documented class: one row of the documents.
 */
export interface DocumentedField {
  readonly name: string;
  /** The Python annotation with its default, verbatim: `Optional[int] = None`. */
  readonly type: string;
  /** The "Required" column of the field table. */
  readonly required: boolean;
  /** The values of a `Literal[...]`, in documented order. */
  readonly literals?: readonly string[];
  /** The name that the package gives to the union of `literals`, where it gives one. */
  readonly alias?: string;
  /**
   * The documentation text, one entry per paragraph, with its line breaks undone.
   * Empty: documented without a text. Absent: the documents do not say.
   */
  readonly doc?: readonly string[];
}

/** A documented Pydantic model, with its fields in documented order. */
export interface DocumentedClass {
  readonly kind: "class";
  readonly name: string;
  /** The Python module that it is imported from, without its parent packages. */
  readonly module: string;
  readonly fields: readonly DocumentedField[];
}

/** A documented name for another Python type. */
export interface DocumentedAlias {
  readonly kind: "alias";
  readonly name: string;
  /** The Python module that it is imported from, without its parent packages. */
  readonly module: string;
  /** The Python type that it stands for, verbatim. */
  readonly type: string;
}

export type DocumentedDeclaration = DocumentedClass | DocumentedAlias;

/** @returns the file of the generated package that answers to a Python module: `batch_error` → `batch-error.ts` */
export function fileNameOf(declaration: DocumentedDeclaration): string {
  return `${declaration.module.replaceAll("_", "-")}.ts`;
}

/** @returns the name of the constant that lists the values of a literal union: `BatchStatus` → `batchStatusValues` */
export function valuesNameOf(alias: string): string {
  return `${alias.charAt(0).toLowerCase()}${alias.slice(1)}Values`;
}
