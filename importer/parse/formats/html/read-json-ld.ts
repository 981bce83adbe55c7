import { isObject, listOf, textIn, type JsonObject } from "../../fields/json-values.ts";
import { parseLooseJson } from "./parse-loose-json.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { attribute, elementsIn } from "../../markup/html/walk-tree.ts";

/** An item described in a page's JSON-LD. */
export interface JsonLdThing {
  readonly object: JsonObject;
  /** Its JSON path, with the index of its script. */
  readonly place: string;
}

export interface JsonLd {
  readonly things: readonly JsonLdThing[];
  /** Follows a reference to an item elsewhere on the page. */
  resolve(value: unknown): unknown;
}

const deepest = 8;
const mostThings = 2_000;

/** Reads all JSON-LD of a page, in any number of scripts; what cannot be repaired is left out. Pure. */
export function readJsonLd(root: HtmlElement): JsonLd {
  const things: JsonLdThing[] = [];
  let number = 0;
  for (const element of elementsIn(root)) {
    if (element.name !== "script" || !/ld\+json/i.test(attribute(element, "type") ?? "")) continue;
    const text = element.children.map((child) => (child.kind === "text" ? child.text : "")).join("");
    collect(parseLooseJson(text), `json-ld[${number}]`, 0, things);
    number += 1;
  }
  const byId = new Map<unknown, JsonObject>();
  for (const { object } of things) {
    const id = object["@id"];
    // A mention of an item has only its id; the item itself has more fields.
    if (typeof id === "string" && Object.keys(object).length > (byId.has(id) ? 2 : 1)) byId.set(id, object);
  }
  return {
    things,
    resolve: (value) => (isObject(value) ? (byId.get(value["@id"]) ?? value) : value),
  };
}

function collect(value: unknown, place: string, depth: number, things: JsonLdThing[]): void {
  if (depth > deepest || things.length >= mostThings) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => collect(item, `${place}[${index}]`, depth + 1, things));
  } else if (isObject(value)) {
    things.push({ object: value, place });
    for (const [name, child] of Object.entries(value)) {
      if (typeof child === "object") collect(child, `${place}.${name}`, depth + 1, things);
    }
  }
}

/** The names of an item's types, without the vocabulary's address. Pure. */
export const typesOf = (object: JsonObject): string[] =>
  listOf(object["@type"]).flatMap((type) =>
    typeof type === "string" ? (type.split(/[/#:]/).at(-1) ?? []) : [],
  );

/** The name of a person or an organisation, which may be plain text or a reference. Pure. */
export function nameIn(value: unknown, resolve: JsonLd["resolve"]): string | undefined {
  const thing = resolve(value);
  return isObject(thing) ? textIn(listOf(thing["name"])[0]) : textIn(thing);
}
