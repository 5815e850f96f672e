import { formsOf, readSchemas, type Forms, type Schemas } from "../form.js";

/** The schemas of everything that is measured, of both documents. */
export const schemas: Schemas = {
  // The folder that the code is built into is as deep as this.
  ...readSchemas(new URL("../../../../spec/openapi.yaml", import.meta.url)),
  ...readSchemas(new URL("../shapes.yaml", import.meta.url)),
};

/** The same as forms. */
export const forms: Forms = formsOf(schemas);
