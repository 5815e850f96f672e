import { keyOfValue } from "../../checks/value-key.js";
import { formatNamed } from "../../schema/keywords/formats.js";
import { isJsonObject, ownMember, type Json } from "../../core/json.js";
import { below, keyOfPlace, type Place } from "../../core/place.js";
import { joinPointer } from "../../core/pointer.js";
import type { ReadModels } from "../../model/read-models.js";
import type { ObjectKind } from "../../openapi/objects.js";
import { rootOf } from "../../openapi/navigate.js";
import { entriesIn, referenceOf, type Node } from "../../openapi/walk.js";
import type { NoteDraft } from "../draft.js";
import type { Sides } from "../subject.js";
import { endOf, layersOf, severalOptions, targetOf, type Layers } from "./layers.js";
import { noteListOf, type NoteList } from "./note-fields.js";
import { noteMessage } from "./note-message.js";
import { pairOptions } from "./pair-options.js";

/** The notes about two documents. */
export interface Notes {
  /** Changes of what values mean that no guard can see. */
  readonly meaning: readonly NoteDraft[];
  readonly documentation: readonly NoteDraft[];
}

/**
 * Compares what two documents say besides which values are valid. Objects are paired by their places:
 * components by name, operations by path and method. What a reference names is compared where it is
 * defined, and an object that is new or was removed has no notes.
 */
export function compareNotes(sides: Sides): Notes {
  const comparison = new NoteComparison(sides);
  const [old, now] = [rootOf(sides.old.document), rootOf(sides.new.document)];
  comparison.compare(old, now, undefined);
  const { notes } = comparison;
  return { meaning: notes.meaning, documentation: notes.documentation };
}

/** A component schema in both documents. */
interface Around {
  readonly component: string;
  readonly old: Place;
  readonly new: Place;
}

/** The state of a comparison: the notes so far. */
class NoteComparison {
  readonly notes: Readonly<Record<NoteList, NoteDraft[]>> = { meaning: [], documentation: [] };
  readonly #sides: Sides;
  /** The pairs of objects behind references that were compared. */
  readonly #seen = new Set<string>();

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  /** Compares two objects, lists or maps of the same kind. */
  compare(old: Node, now: Node, around: Around | undefined): void {
    if (old.form !== "one" || now.form !== "one") {
      this.#compareEntries(old, now, around);
    } else if (old.kind === "Schema") {
      this.#compareSchemas(old, now, around);
    } else {
      this.#compareObjects(old, now, around);
    }
  }

  #compareEntries(old: Node, now: Node, around: Around | undefined): void {
    const before = this.#keyed(old, this.#sides.old);
    const after = this.#keyed(now, this.#sides.new);
    for (const [key, one] of before) {
      const other = after.get(key);
      if (other === undefined) continue;
      const isComponent = around === undefined && isComponentSchemas(old);
      const inside = isComponent ? { component: key, old: one.place, new: other.place } : around;
      this.compare(one, other, inside);
    }
  }

  /** The entries of a list or a map by what identifies them in both documents. */
  #keyed(node: Node, { document }: ReadModels): ReadonlyMap<string, Node> {
    return new Map(
      [...entriesIn(node)].map(([name, entry]) => {
        const { value } = endOf(entry, document) ?? entry;
        return [keyOfEntry(entry.kind, node.form, name, value), entry];
      }),
    );
  }

  #compareObjects(old: Node, now: Node, around: Around | undefined): void {
    const pair = this.#followed(old, now);
    if (pair === undefined) return;
    const [one, other] = pair;
    const { kind } = one;
    if (!isJsonObject(one.value) || !isJsonObject(other.value)) return;
    for (const name of new Set([...Object.keys(one.value), ...Object.keys(other.value)])) {
      const list = noteListOf(kind, name);
      if (list !== undefined) {
        const own = (node: Node): Noted => noted(name, [node]);
        this.#note(list, own(one), own(other), around);
      }
    }
    const after = this.#keyed({ ...other, form: "one" }, this.#sides.new);
    for (const [name, inside] of this.#keyed({ ...one, form: "one" }, this.#sides.old)) {
      const match = after.get(name);
      if (match !== undefined && !isSkipped(kind, name)) this.compare(inside, match, around);
    }
  }

  /** Follows references that are not compared where they lead to. */
  #followed(old: Node, now: Node): readonly [Node, Node] | undefined {
    if (referenceOf(old) === undefined && referenceOf(now) === undefined) return [old, now];
    if (this.#areCompared(old, now)) return undefined;
    const one = endOf(old, this.#sides.old.document);
    const other = endOf(now, this.#sides.new.document);
    return one === undefined || other === undefined ? undefined : [one, other];
  }

  /** Whether two references lead to what is compared elsewhere, or was compared already. */
  #areCompared(old: Node, now: Node): boolean {
    if (referenceOf(old) === undefined || referenceOf(now) === undefined) return false;
    const one = targetOf(old, this.#sides.old.document);
    const other = targetOf(now, this.#sides.new.document);
    if (one === undefined || other === undefined || one.isComponent || other.isComponent) {
      return true;
    }
    const key = `${keyOfPlace(one.node.place)} ${keyOfPlace(other.node.place)}`;
    const isSeen = this.#seen.has(key);
    this.#seen.add(key);
    return isSeen;
  }

  #compareSchemas(old: Node, now: Node, around: Around | undefined): void {
    const [before, after] = this.#layersOfBoth(old, now);
    const names = [...before.own, ...before.behind, ...after.own, ...after.behind].flatMap(
      ({ value }) => (isJsonObject(value) ? Object.keys(value) : []),
    );
    for (const name of new Set(names.map((each) => (each === "example" ? "examples" : each)))) {
      const list = noteListOf("Schema", name);
      if (list === undefined) continue;
      const [one, other] = [notedInLayers(name, before), notedInLayers(name, after)];
      if (name === "format" && this.#isFormatAsserted(one, other)) continue;
      this.#note(list, one, other, around);
    }
    const inside = childrenOf([...after.own, ...after.behind]);
    for (const [key, child] of childrenOf([...before.own, ...before.behind])) {
      const match = inside.get(key);
      if (match !== undefined) this.compare(child, match, around);
    }
    const optionsOf = ({ own, behind }: BothLayers): readonly Node[] =>
      [...own, ...behind].flatMap(severalOptions);
    for (const [one, other] of pairOptions(optionsOf(before), optionsOf(after))) {
      this.compare(one, other, around);
    }
  }

  /**
   * The layers of both schemas. If only one of them ends in a reference, that is followed. If only
   * one of them is a union, its option that is like the other schema is a layer.
   */
  #layersOfBoth(old: Node, now: Node): readonly [BothLayers, BothLayers] {
    const [one, other] = [layersOf(old), layersOf(now)];
    const [before, after] = [withOption(one, other), withOption(other, one)];
    const [isOldFollowed, isNewFollowed] = this.#areFollowed(before, after);
    const followed = (
      { own, behind, references }: WithOption,
      isFollowed: boolean,
      { document }: ReadModels,
    ): BothLayers => {
      const [reference] = references;
      const end = isFollowed && reference !== undefined ? endOf(reference, document) : undefined;
      return { own, behind: [...behind, ...(end === undefined ? [] : layersOf(end).own)] };
    };
    return [
      followed(before, isOldFollowed, this.#sides.old),
      followed(after, isNewFollowed, this.#sides.new),
    ];
  }

  /** Whether the reference in each of two schemas is followed. */
  #areFollowed(old: WithOption, now: WithOption): readonly [boolean, boolean] {
    const [one, ...more] = old.references;
    const [other, ...others] = now.references;
    if (more.length + others.length > 0) return [false, false];
    if (one !== undefined && other !== undefined) {
      const isFollowed = !this.#areCompared(one, other);
      return [isFollowed, isFollowed];
    }
    return [one !== undefined && !now.isOpen, other !== undefined && !old.isOpen];
  }

  /** Whether a guard checks one of two formats: then payloads show the difference. */
  #isFormatAsserted(old: Noted, now: Noted): boolean {
    const isAsserted = ({ place }: Noted, { schemas }: ReadModels): boolean => {
      const schema = place === undefined ? undefined : schemas.at(place);
      const format = schema?.kind === "object" ? schema.keywords.format : undefined;
      if (format?.isAsserted !== true) return false;
      return (formatNamed(format.name, format.pattern)?.checks.length ?? 0) > 0;
    };
    return isAsserted(old, this.#sides.old) || isAsserted(now, this.#sides.new);
  }

  /** Adds a note, if the values of a field differ. */
  #note(list: NoteList, old: Noted, now: Noted, around: Around | undefined): void {
    const { onlyOld, onlyNew } = differing(old, now);
    if (onlyOld === undefined && onlyNew === undefined) return;
    const keyword = now.keyword ?? old.keyword ?? "";
    const places = {
      ...(old.place !== undefined && { oldPlace: placeOf(old, old.place) }),
      ...(now.place !== undefined && { newPlace: placeOf(now, now.place) }),
    };
    this.notes[list].push({
      ...(around !== undefined && { component: around.component }),
      pointer: pointerOf(old, now, around),
      keyword,
      message: noteMessage(keyword, onlyOld, onlyNew),
      ...places,
    });
  }
}

/** The layers of a schema, and those of what it refers to, if that is followed. */
interface BothLayers {
  readonly own: readonly Node[];
  readonly behind: readonly Node[];
}

/** The layers of a schema, which may have an option of a union as a further one. */
interface WithOption extends Layers {
  readonly behind: readonly Node[];
  /** Whether it is a union of which no option is like the other schema. */
  readonly isOpen: boolean;
}

/** Adds the option of a union that is like another schema, unless that is a union too. */
function withOption(layers: Layers, other: Layers): WithOption {
  const options = layers.own.flatMap(severalOptions);
  const isAlone = options.length === 0 || other.own.some((node) => severalOptions(node).length > 0);
  if (isAlone) return { ...layers, behind: [], isOpen: false };
  const like = other.references[0] ?? other.own[0];
  const [pair] = like === undefined ? [] : pairOptions([like], options);
  if (pair === undefined) return { ...layers, behind: [], isOpen: true };
  const option = layersOf(pair[1]);
  const references = [...layers.references, ...option.references];
  return { own: layers.own, references, behind: option.own, isOpen: false };
}

/** The values of a field of an object, which several schemas may describe. */
interface Noted {
  /** The name under which it is written. */
  readonly keyword?: string;
  readonly values: readonly Json[];
  /** The object that has it, or else the one that could. */
  readonly place?: Place;
}

function noted(name: string, nodes: readonly Node[]): Noted {
  const found = nodes.flatMap(({ value, place }) => {
    if (!isJsonObject(value)) return [];
    return (name === "examples" ? ["examples", "example"] : [name]).flatMap((keyword) => {
      const member = ownMember(value, keyword);
      const isNone = member === undefined || (keyword === "deprecated" && member === false);
      return isNone ? [] : [{ keyword, value: member, place }];
    });
  });
  const [first] = found;
  const place = first?.place ?? nodes[0]?.place;
  return {
    ...(first !== undefined && { keyword: first.keyword }),
    values: found.map(({ keyword, value }) => (keyword === "example" ? [value] : value)),
    ...(place !== undefined && { place }),
  };
}

function notedInLayers(name: string, { own, behind }: BothLayers): Noted {
  const found = noted(name, own);
  const further = found.values.length > 0 ? found : noted(name, behind);
  return further.values.length > 0 ? further : found;
}

/** The first values that only one of two objects has. */
function differing(
  old: Noted,
  now: Noted,
): { readonly onlyOld: Json | undefined; readonly onlyNew: Json | undefined } {
  const without = (one: Noted, other: Noted): Json | undefined => {
    const keys = new Set(other.values.map(keyOfText));
    return one.values.find((value) => !keys.has(keyOfText(value)));
  };
  const [onlyOld, onlyNew] = [without(old, now), without(now, old)];
  // A value that is repeated, or no longer is, says nothing new.
  const isRepeated =
    (onlyOld === undefined && old.values.length > 0) ||
    (onlyNew === undefined && now.values.length > 0);
  const isChanged = onlyOld !== undefined && onlyNew !== undefined;
  return isRepeated && !isChanged && old.values.length === now.values.length
    ? { onlyOld: undefined, onlyNew: undefined }
    : { onlyOld, onlyNew };
}

/** White space at the ends of a text depends on how YAML writes it. */
function keyOfText(value: Json): string {
  return keyOfValue(typeof value === "string" ? value.trim() : value);
}

/** The place of a field, or of the object that does not have it. */
function placeOf({ keyword }: Noted, place: Place): Place {
  return keyword === undefined ? place : below(place, keyword);
}

/** The pointer of the object, from the component on if it is in one. */
function pointerOf(old: Noted, now: Noted, around: Around | undefined): string {
  if (around === undefined) return now.place?.pointer ?? old.place?.pointer ?? "";
  return pointerIn(around.new, now.place) ?? pointerIn(around.old, old.place) ?? "";
}

function pointerIn(component: Place, place: Place | undefined): string | undefined {
  if (place?.uri !== component.uri) return undefined;
  const { pointer } = place;
  const isInside = pointer === component.pointer || pointer.startsWith(`${component.pointer}/`);
  return isInside ? pointer.slice(component.pointer.length) : undefined;
}

/** The schemas directly inside layers by their fields and names, except parts and options. */
function childrenOf(layers: readonly Node[]): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const add = (key: string, node: Node): void => {
    if (!found.has(key)) found.set(key, node);
  };
  for (const layer of layers) {
    for (const [field, node] of entriesIn(layer)) {
      if (inPlace.has(field) || noteListOf("Schema", field) !== undefined) continue;
      if (node.form === "one") add(field, node);
      else for (const [name, entry] of entriesIn(node)) add(joinPointer(field, name), entry);
    }
  }
  return found;
}

const inPlace: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);

/** What identifies an entry of a list, a map or an object in both documents. */
function keyOfEntry(kind: ObjectKind, form: Node["form"], name: string, value: Json): string {
  const member = (field: string): string =>
    isJsonObject(value) ? JSON.stringify(value[field] ?? "") : "";
  if (form === "list") {
    switch (kind) {
      case "Parameter":
        return `${member("in")} ${member("name")}`;
      case "Tag":
        return member("name");
      case "Server":
        return member("url");
      default:
        return name;
    }
  }
  // Parameters of a path may be renamed.
  if (kind === "PathItem" && name.startsWith("/")) return name.replace(/\{[^}]*\}/g, "{}");
  return kind === "MediaType" || kind === "Response" ? name.toLowerCase() : name;
}

function isComponentSchemas({ kind, form, place }: Node): boolean {
  return kind === "Schema" && form === "map" && place.pointer === "/components/schemas";
}

/** Whether a field was compared as a whole, or is decided by rules. */
function isSkipped(kind: ObjectKind, name: string): boolean {
  return noteListOf(kind, name) !== undefined || name === "security";
}
