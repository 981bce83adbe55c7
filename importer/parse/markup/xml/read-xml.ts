import { SaxesParser, type SaxesTagNS } from "saxes";
import { canonicalName, undeclaredPrefixes } from "./canonical-name.ts";
import { repairXml } from "./repair-xml.ts";
import type { XmlElement, XmlNode } from "./xml-element.ts";

/** One result of reading: a requested element, the rest of the root at the end, or a fault in the input. */
export type XmlRead =
  | { readonly kind: "item"; readonly element: XmlElement }
  | { readonly kind: "root"; readonly element: XmlElement }
  /** A fault with `isLast` ends the reading: the rest of the input is unknown. */
  | { readonly kind: "fault"; readonly message: string; readonly line: number; readonly isLast: boolean };

/** No format nests this deep; an input that does is an attack. */
const maxDepth = 200;
/** Elements of one item, or of the rest: a story has some hundreds. */
const maxElements = 200_000;
/** Later faults are mostly consequences of the first ones, so only these are reported. */
const maxFaults = 5;
/** An input with more is noise, and each error costs time. */
const maxErrors = 1_000;
/** Small, since the parser stops only between chunks and its cost grows with the square of the depth. */
const chunkLength = 8_192;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
  /** Number of children so far, by name; created with the first child. */
  counts?: Map<string, number>;
}

/**
 * Reads XML and yields the elements that `isItem` picks as soon as they are complete. They are then removed from
 * their parent, so that a long input is never held whole. The root comes last.
 *
 * Never throws, and takes time and memory linear in the text. Loads nothing and expands no DTD entity. Anything not
 * well-formed is a fault; reading continues where the rest makes sense. An item cut off by the end of the input is
 * not yielded.
 */
export function* readXml(text: string, isItem: (element: XmlElement) => boolean): Generator<XmlRead> {
  const reads: XmlRead[] = [];
  const state: ReadState = { reads, open: [], faults: 0, elements: 0, isStopped: false };
  const parser = createParser(state, isItem);
  const repaired = repairXml(text);
  for (let from = 0; from < repaired.length && !state.isStopped; from += chunkLength) {
    parser.write(repaired.slice(from, from + chunkLength));
    yield* reads.splice(0);
  }
  if (!state.isStopped) parser.close();
  yield* reads.splice(0);
  if (state.root !== undefined) yield { kind: "root", element: state.root };
}

interface ReadState {
  readonly reads: XmlRead[];
  readonly open: OpenElement[];
  root?: OpenElement;
  /** Depth of the item being read. */
  itemDepth?: number;
  faults: number;
  elements: number;
  isStopped: boolean;
}

function createParser(state: ReadState, isItem: (element: XmlElement) => boolean) {
  const parser = new SaxesParser({ xmlns: true, additionalNamespaces: undeclaredPrefixes });
  let errors = 0;
  const fault = (message: string, isLast = false): void => {
    if (state.isStopped || (state.faults >= maxFaults && !isLast)) return;
    state.faults += 1;
    state.reads.push({ kind: "fault", message, line: parser.line, isLast });
    state.isStopped = isLast;
  };
  parser.on("error", (error) => {
    errors += 1;
    if (errors > maxErrors) fault(`more than ${maxErrors} errors`, true);
    // An undeclared prefix is still a name, and text after the root is not part of a story.
    const message = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    if (!/^unbound namespace prefix|^text data outside of root/.test(message)) fault(message);
  });
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY\s/.test(doctype)) fault("entities declared in the DTD are not expanded");
  });
  parser.on("opentag", (tag) => {
    if (state.isStopped) return;
    if (state.open.length >= maxDepth || state.elements >= maxElements) {
      const isDeep = state.open.length >= maxDepth;
      fault(
        isDeep
          ? `elements are nested more than ${maxDepth} levels deep`
          : `one item has more than ${maxElements} elements`,
        true,
      );
      return;
    }
    openElement(state, tag, parser.line, isItem);
  });
  parser.on("closetag", () => {
    if (!state.isStopped) closeElement(state);
  });
  const addText = (text: string): void => {
    if (!state.isStopped) state.open.at(-1)?.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  return parser;
}

function openElement(
  state: ReadState,
  tag: SaxesTagNS,
  line: number,
  isItem: (element: XmlElement) => boolean,
): void {
  const parent = state.open.at(-1);
  const name = canonicalName(tag);
  const position = parent === undefined ? 1 : countChild(parent, name);
  const element: OpenElement = {
    name,
    local: tag.local,
    attributes: attributesOf(tag),
    children: [],
    ...(parent === undefined ? {} : { parent }),
    position,
    line,
  };
  state.open.push(element);
  state.elements += 1;
  state.root ??= element;
  if (state.itemDepth === undefined && isItem(element)) {
    state.itemDepth = state.open.length;
    state.elements = 0;
  } else parent?.children.push(element);
}

function countChild(parent: OpenElement, name: string): number {
  parent.counts ??= new Map();
  const count = (parent.counts.get(name) ?? 0) + 1;
  parent.counts.set(name, count);
  return count;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  let attributes: Map<string, string> | undefined;
  for (const written in tag.attributes) {
    const attribute = tag.attributes[written];
    if (attribute === undefined || attribute.prefix === "xmlns" || written === "xmlns") continue;
    attributes ??= new Map();
    attributes.set(canonicalName(attribute), attribute.value);
  }
  return attributes ?? noAttributes;
}

function closeElement(state: ReadState): void {
  const element = state.open.pop();
  if (element === undefined || state.open.length + 1 !== state.itemDepth) return;
  delete state.itemDepth;
  state.elements = 0;
  state.reads.push({ kind: "item", element });
}
