import { expect, test } from "vitest";
import { targetNames } from "../../generator/model/target-names.js";

const document = "file:///api/v1/openapi.yaml";

test.each([
  ["openapi.yaml", "/components/schemas/Pet", ["Pet"]],
  ["openapi.yaml", "/components/schemas/pet_shop", ["pet_shop"]],
  ["openapi.yaml", "/components/schemas/!", ["Model"]],
  ["openapi.yaml", "/components/schemas/Pet/properties/owner", ["PetOwner"]],
  ["openapi.yaml", "/paths/~1pets/get", ["PetsGet"]],
  ["schemas/Pet.json", "", ["Pet", "Pet"]],
  ["shop/pet.json", "", ["Pet", "ShopPet"]],
  ["shop/all.json", "/$defs/Pet", ["Pet", "ShopPet"]],
  ["shop/all.json", "/$defs/Pet/properties/name", ["Name", "PetName"]],
  ["pet%20shop/a.json", "", ["A", "PetShopA"]],
  ["!.json", "", ["Model", "Model"]],
  ["../v2/pet.json", "", ["Pet", "V2Pet"]],
])("%s#%s is called %j", (path, pointer, names) => {
  const { href: uri } = new URL(path, document);
  expect(targetNames({ uri, pointer }, document)).toEqual(names);
});
