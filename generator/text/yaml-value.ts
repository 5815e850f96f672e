import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Problem } from "../core/failure.js";
import {
  cyclicAlias,
  duplicateKey,
  nestedTooDeeply,
  notJson,
  notMergeable,
  numberTooLarge,
  tooManyAliases,
  unknownAnchor,
  type ProblemText,
} from "./problems.js";
import { isJsonArray, isJsonObject, type Json } from "../core/json.js";
import { maxAliasedValues, maxNesting } from "./limits.js";
import { joinPointer } from "../core/pointer.js";
import { isMergeKey, keyName } from "./yaml-document.js";

/** A value, with its size if its aliases are expanded. */
interface Converted {
  readonly value: Json;
  /** How many values it consists of, including itself. */
  readonly size: number;
  /** The depth of nested arrays and objects, including itself. */
  readonly height: number;
}

/** Converts the nodes of one YAML document to JSON, in the order of the text. */
export class YamlValueReader {
  readonly #uri: string;
  readonly #placeOf: (offset: number) => string;
  readonly #texts: ReadonlyMap<number, string>;
  readonly #problems: Problem[] = [];
  /** The nodes of anchors at this point of the text. */
  readonly #anchors = new Map<string, ParsedNode>();
  /** The values of nodes with anchors; a node with an anchor that is not here is still open. */
  readonly #anchored = new Map<ParsedNode, Converted>();
  readonly #path: (string | number)[] = [];
  #aliasedValues = 0;

  /**
   * @param uri The URI of the file, for the problems.
   * @param placeOf Returns the name of an offset for messages.
   * @param texts The values of scalars that differ from the node tree, by their offsets.
   */
  constructor(
    uri: string,
    placeOf: (offset: number) => string,
    texts: ReadonlyMap<number, string> = new Map(),
  ) {
    this.#uri = uri;
    this.#placeOf = placeOf;
    this.#texts = texts;
  }

  /** The values that JSON does not have, found by {@link read}, in the order of the text. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /**
   * Converts a document. Aliases and merge keys are resolved, names such as `__proto__` become ordinary members,
   * and values of aliases are shared, not copied.
   *
   * @param contents The root node of a document without errors; `null` if it is empty.
   * @returns The value, which must not be used if there are {@link problems}.
   */
  read(contents: ParsedNode | null): Json {
    return this.#convert(contents).value;
  }

  #convert(node: ParsedNode | null): Converted {
    if (node === null) return leaf(null);
    if (isAlias(node)) return this.#alias(node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const converted = this.#content(node);
    if (node.anchor !== undefined) this.#anchored.set(node, converted);
    return converted;
  }

  #content(node: Scalar.Parsed | YAMLMap.Parsed | YAMLSeq.Parsed): Converted {
    if (isScalar(node)) return this.#scalar(node);
    return isMap(node) ? this.#map(node) : this.#sequence(node);
  }

  #inside(token: string | number, node: ParsedNode | null): Converted {
    this.#path.push(token);
    const converted = this.#convert(node);
    this.#path.pop();
    return converted;
  }

  #scalar(node: Scalar.Parsed): Converted {
    const { source, range } = node;
    const value = this.#texts.get(range[0]) ?? node.value;
    if (isLeaf(value)) return leaf(value);
    const isDigits = /^[-+]?\.?\d/.test(source);
    this.#report(node, isDigits ? numberTooLarge(source) : notJson(source));
    return leaf(null);
  }

  #sequence(node: YAMLSeq.Parsed): Converted {
    const items = node.items.map((item, index) => this.#inside(index, item));
    return collection(
      items.map(({ value }) => value),
      items,
    );
  }

  #map(node: YAMLMap.Parsed): Converted {
    const members: Record<string, Json> = {};
    /** The first offset of each name. */
    const names = new Map<string, number>();
    const parts = node.items.map(({ key, value }) => {
      if (isMergeKey(key)) return this.#merge(members, key, value);
      // A key can have an anchor.
      this.#convert(key);
      const name = keyName(key) ?? "";
      const first = names.get(name);
      if (first === undefined) names.set(name, key.range[0]);
      else this.#report(key, duplicateKey(name, this.#placeOf(first)), name);
      const member = this.#inside(name, value);
      setMember(members, name, member.value);
      return member;
    });
    return collection(members, parts);
  }

  /** Adds members that do not exist yet; later explicit members replace them. */
  #merge(members: Record<string, Json>, key: ParsedNode, node: ParsedNode | null): Converted {
    const merged = this.#inside("<<", node);
    const list = isJsonArray(merged.value) ? merged.value : undefined;
    for (const source of list ?? [merged.value]) {
      if (!isJsonObject(source)) {
        this.#report(key, notMergeable);
        continue;
      }
      for (const [name, value] of Object.entries(source)) {
        if (!Object.hasOwn(members, name)) setMember(members, name, value);
      }
    }
    // Merged members are no longer inside the mappings and their list.
    const height = Math.max(0, merged.height - (list === undefined ? 1 : 2));
    return { ...merged, height };
  }

  #alias(node: Alias.Parsed): Converted {
    const target = this.#anchors.get(node.source);
    if (target === undefined) return this.#badAlias(node, unknownAnchor(node.source));
    const converted = this.#anchored.get(target);
    if (converted === undefined) return this.#badAlias(node, cyclicAlias(node.source));
    if (this.#path.length + converted.height > maxNesting) {
      return this.#badAlias(node, nestedTooDeeply);
    }
    const wereTooMany = this.#aliasedValues > maxAliasedValues;
    this.#aliasedValues += converted.size;
    if (this.#aliasedValues <= maxAliasedValues) return converted;
    // Reported once, because every further alias exceeds the limit too.
    return wereTooMany ? emptyMap : this.#badAlias(node, tooManyAliases);
  }

  #badAlias(node: Alias.Parsed, problem: ProblemText): Converted {
    this.#report(node, problem);
    return emptyMap;
  }

  #report(node: ParsedNode, problem: ProblemText, ...below: readonly string[]): void {
    const uri = this.#uri;
    const pointer = joinPointer("", ...this.#path, ...below);
    this.#problems.push({
      ...problem,
      place: { uri, pointer },
      offset: { uri, offset: node.range[0] },
    });
  }
}

/** The value of an alias that cannot be resolved: a mapping, so that merging it is not a further error. */
const emptyMap: Converted = { value: {}, size: 1, height: 1 };

/** Returns whether the value of a scalar is a JSON value: not infinity or NaN. */
function isLeaf(value: unknown): value is string | number | boolean | null {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "boolean" || typeof value === "string";
}

function leaf(value: Json): Converted {
  return { value, size: 1, height: 0 };
}

function collection(value: Json, parts: readonly Converted[]): Converted {
  return {
    value,
    size: parts.reduce((sum, { size }) => sum + size, 1),
    height: parts.reduce((most, { height }) => Math.max(most, height), 0) + 1,
  };
}

/** Defines a member. Assigning to `__proto__` would change the prototype instead. */
function setMember(members: Record<string, Json>, name: string, value: Json): void {
  if (name === "__proto__") {
    Object.defineProperty(members, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    members[name] = value;
  }
}
