import { expect, it } from "vitest";
import { documentWith, emitted } from "./emitted.js";

const responses = { 200: { description: "OK" } };

/** The exports of the modules of operations with some ids, beside components with some names. */
async function exportsOf(
  ids: readonly (string | undefined)[],
  components: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const operations = ids.map((operationId, index): readonly [string, object] => [
    `/pets/{id}/${index}`,
    { get: { ...(operationId !== undefined && { operationId }), responses } },
  ]);
  const schemas = Object.fromEntries(components.map((name) => [name, { type: "object" }]));
  const { texts } = await emitted(
    documentWith(Object.fromEntries(operations), { components: { schemas } }),
  );
  const modules = [...texts].filter(([path]) => path !== "index");
  return Object.fromEntries(
    modules.map(([path, text]) => [
      path,
      [...text.matchAll(/^export (?:interface|type|const) (\w+)/gm)].map(([, name = ""]) => name),
    ]),
  );
}

it.each([
  ["an id", ["listPets"], [], { "list-pets": ["ListPetsCall", "ListPetsResult", "listPets"] }],
  [
    "an id in words",
    ["list_pets by-tag"],
    [],
    { "list-pets-by-tag": ["ListPetsByTagCall", "ListPetsByTagResult", "listPetsByTag"] },
  ],
  [
    "no id",
    [undefined],
    [],
    { "get-pets-id0": ["GetPetsId0Call", "GetPetsId0Result", "getPetsId0"] },
  ],
  [
    "a reserved word",
    ["delete"],
    [],
    { "delete-operation": ["DeleteCall", "DeleteResult", "deleteOperation"] },
  ],
  [
    "a name of another module",
    ["security"],
    [],
    { "security-2": ["SecurityCall", "SecurityResult", "security"] },
  ],
  [
    "a component with the name of a type",
    ["listPets"],
    ["ListPetsResult"],
    { "list-pets": ["ListPetsOperationCall", "ListPetsOperationResult", "listPets"] },
  ],
  [
    "components with all names",
    ["listPets"],
    ["ListPetsCall", "ListPetsOperationResult"],
    { "list-pets": ["ListPetsOperation2Call", "ListPetsOperation2Result", "listPets"] },
  ],
  [
    "the guard of a component",
    ["isPet"],
    ["Pet"],
    { "is-pet-operation": ["IsPetCall", "IsPetResult", "isPetOperation"] },
  ],
  [
    "ids that become the same name",
    ["list-pets", "listPets"],
    [],
    {
      "list-pets": ["ListPetsCall", "ListPetsResult", "listPets"],
      "list-pets-operation": [
        "ListPetsOperationCall",
        "ListPetsOperationResult",
        "listPetsOperation",
      ],
    },
  ],
  [
    "the name that an operation without an id would have",
    [undefined, "getPetsId0"],
    [],
    {
      "get-pets-id0": ["GetPetsId0Call", "GetPetsId0Result", "getPetsId0"],
      "get-pets-id0-operation": [
        "GetPetsId0OperationCall",
        "GetPetsId0OperationResult",
        "getPetsId0Operation",
      ],
    },
  ],
  [
    "the name of the servers",
    ["servers"],
    [],
    { "servers-operation": ["ServersCall", "ServersResult", "serversOperation"] },
  ],
] as const)("names an operation with %s", async (_, ids, components, exports) => {
  expect(await exportsOf(ids, components)).toEqual(exports);
});
