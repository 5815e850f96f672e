import { defineConfig } from "guardsmith";

export default defineConfig({
  spec: "openapi.yaml",
  out: "src/api",
  outputs: ["models", "guards"],
});
