import { SaxesParser, type SaxesTagNS } from "saxes";
import { canonicalName, undeclaredPrefixes } from "./canonical-name.ts";
import { endsWithTag, recordIn, swallowsRecord } from "./record-in.ts";
import { repairXml } from "./repair-xml.ts";
import { escapeHtml } from "./to-html.ts";
import type { XmlElement, XmlNode } from "./xml-element.ts";

/** One result of reading: an item, what is left of the root at the end, or a fault in the input. */
export type XmlRead =
  | { readonly kind: "item"; readonly element: XmlElement }
  | { readonly kind: "root"; readonly element: XmlElement }
  | {
      readonly kind: "fault";
      readonly message: string;
      readonly line: number;
      /** Whether reading ends here, so that the rest of the input is unread. */
      readonly isLast: boolean;
      /** Whether it affects only one item; the others are read. */
      readonly isOfItem: boolean;
    };

export interface ReadXmlOptions {
  /** Whether an item may contain another of its name. If not, an item that does was not closed. */
  readonly mayNest?: boolean;
}

/** No format nests deeper; an input that does is an attack. */
const maxDepth = 200;
/** Elements in one item, or outside items. A story has a few hundred. */
const maxElements = 200_000;
/** Reported faults outside items: later ones are mostly consequences of the first. */
const maxFaults = 5;
/** Errors in one item, or outside items. An input with more is noise, and each error costs time. */
const maxErrors = 1_000;
/** Characters parsed at a time. Small, because the cost of parsing grows with the square of the depth. */
const chunkLength = 8_192;
/** How many times the length of the input may be read again before the rest of it is given up. */
const maxReread = 8;
/** Broken items in one input. A feed has a few hundred items; an export with more broken ones is useless. */
const maxBroken = 20_000;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
  /** Number of children so far, by name; created with the first child. */
  counts?: Map<string, number>;
}

/** An open element, with its start tag as written. */
interface OpenTag {
  readonly element: OpenElement;
  readonly tag: SaxesTagNS;
}

/** An item that is not well-formed, or in which another one begins. */
interface BrokenItem {
  readonly start: number;
  /** As written in the input. */
  readonly name: string;
  /** The elements around it, the outermost first. */
  readonly around: readonly OpenTag[];
  /** Whether so much is wrong that it is not read again. */
  readonly isHopeless: boolean;
}

/**
 * Reads XML and yields each element that `isItem` picks as soon as it is complete. Items are not kept in their parent, so
 * that a long input is never in memory as a whole. The root comes last.
 *
 * Never throws. Time and memory are linear in the length of the text. Loads nothing, and does not expand entities of a
 * DTD. Anything that is not well-formed is a fault. A fault in an item affects only that item: it is read again by itself,
 * between its own tags, and reading goes on with the next one. An item that is cut off by the end of the input is not
 * yielded.
 */
export function* readXml(
  text: string,
  isItem: (element: XmlElement) => boolean,
  { mayNest = false }: ReadXmlOptions = {},
): Generator<XmlRead> {
  const repaired = repairXml(text);
  let root: OpenElement | undefined;
  let around: readonly OpenTag[] = [];
  let faults = 0;
  let [reread, brokenItems] = [0, 0];
  for (let [from, line] = [0, 1]; ;) {
    const state = openState({ text: repaired, from, line, around, faults, isItem, mayNest });
    yield* readAll(state);
    faults = state.faults;
    root ??= state.root;
    const { broken } = state;
    if (broken === undefined) break;
    const record = recordIn(repaired, broken.start, broken.name);
    if (record.isCutOff) break;
    if (!broken.isHopeless) yield* readRecord(record.text, broken, isItem);
    reread += Math.max(placeOf(state), record.next) - broken.start;
    brokenItems += 1;
    if (reread > maxReread * repaired.length + 1_000_000 || brokenItems > maxBroken) {
      yield { kind: "fault", message: "too much of it is broken", line, isLast: true, isOfItem: false };
      break;
    }
    line += linesIn(repaired, from, record.next);
    from = record.next;
    around = broken.around;
  }
  if (root !== undefined) yield { kind: "root", element: root };
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 0x0a) lines += 1;
  return lines;
}

/** Reads a broken item by itself, as far as possible. */
function* readRecord(
  text: string,
  { around }: BrokenItem,
  isItem: (element: XmlElement) => boolean,
): Generator<XmlRead> {
  const state = openState({
    text,
    from: 0,
    line: 1,
    around,
    faults: 0,
    isItem,
    mayNest: true,
    isRecord: true,
  });
  // Its faults were reported when it was found to be broken.
  for (const read of readAll(state)) if (read.kind === "item") yield read;
}

interface Start {
  readonly text: string;
  readonly from: number;
  readonly line: number;
  /** The elements that are open there, the outermost first. */
  readonly around: readonly OpenTag[];
  /** Faults reported so far. */
  readonly faults: number;
  readonly isItem: (element: XmlElement) => boolean;
  readonly mayNest: boolean;
  /** Whether the text is a single item. */
  readonly isRecord?: boolean;
}

interface ReadState extends Start {
  readonly reads: XmlRead[];
  readonly parser: SaxesParser<{ xmlns: true; additionalNamespaces: Record<string, string> }>;
  readonly open: OpenTag[];
  root?: OpenElement;
  /** The item being read. */
  item?: { readonly depth: number; readonly broken: Omit<BrokenItem, "isHopeless"> };
  /** The last item: an element of its name that comes after the end of the root is an item too. */
  lastItem?: Omit<BrokenItem, "isHopeless">;
  broken?: BrokenItem;
  faults: number;
  errors: number;
  elements: number;
  isReopening: boolean;
  isStopped: boolean;
  /** Length of the start tags that were parsed again. */
  reopened: number;
}

function* readAll(state: ReadState): Generator<XmlRead> {
  const { text, parser, reads } = state;
  if (state.around.length > 0) {
    const tags = state.around.map(({ tag }) => writeTag(tag)).join("");
    state.reopened = tags.length;
    parser.write(tags);
  }
  state.isReopening = false;
  for (let { from } = state; from < text.length && !state.isStopped; from += chunkLength) {
    unlessStopped(state, () => parser.write(text.slice(from, from + chunkLength)));
    yield* reads.splice(0);
  }
  if (!state.isRecord) unlessStopped(state, () => parser.close());
  else {
    const own = state.open.slice(state.around.length).toReversed();
    // End tags make the parser emit the text that it still holds.
    unlessStopped(state, () => parser.write(own.map(({ tag }) => `</${tag.name}>`).join("")));
    while (state.open.length > state.around.length && !state.isStopped) closeElement(state);
  }
  yield* reads.splice(0);
}

/** Thrown to leave the parser in the middle of a chunk. */
const stopped = new Error("The reading has been stopped");

function unlessStopped(state: ReadState, parse: () => void): void {
  if (state.isStopped) return;
  try {
    parse();
  } catch (error) {
    if (error !== stopped) throw error;
  }
}

/** Stops reading at once; the parser must not be used again. */
function stop(state: ReadState): never {
  state.isStopped = true;
  throw stopped;
}

/** The parser's position in the text. */
const placeOf = ({ from, reopened, parser }: ReadState): number => from + parser.position - reopened;

/** Writes a start tag again, with the namespaces that it declares. */
const writeTag = ({ name, attributes }: SaxesTagNS): string =>
  `<${name}${Object.entries(attributes)
    .map(([written, { value }]) => ` ${written}="${escapeHtml(value)}"`)
    .join("")}>`;

function openState(start: Start): ReadState {
  const parser = new SaxesParser({ xmlns: true, additionalNamespaces: { ...undeclaredPrefixes } });
  const state: ReadState = {
    ...start,
    reads: [],
    parser,
    open: [],
    errors: 0,
    elements: 0,
    isReopening: true,
    isStopped: false,
    reopened: 0,
  };
  parser.on("error", (error) => {
    if (state.isReopening || state.isStopped) return;
    state.errors += 1;
    // A name with an undeclared prefix is still a name, and text after the root belongs to no story.
    const message = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    if (state.errors > maxErrors) addFault(state, `more than ${maxErrors} errors`, true);
    else if (!/^unbound namespace prefix|^text data outside of root/.test(message)) addFault(state, message);
  });
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY\s/.test(doctype)) addFault(state, "entities declared in the DTD are not expanded");
  });
  parser.on("opentag", (tag) => {
    if (state.isReopening) {
      const again = state.around[state.open.length];
      if (again !== undefined) state.open.push(again);
    } else if (!state.isStopped) openElement(state, tag);
  });
  parser.on("closetag", () => {
    if (!state.isStopped) closeElement(state);
  });
  const addText = (text: string): void => {
    if (!state.isStopped) state.open.at(-1)?.element.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", (text) => {
    const { item } = state;
    if (item !== undefined && !state.isRecord && swallowsRecord(text, item.broken.name))
      addFault(state, "a CDATA section is not closed");
    else addText(text);
  });
  return state;
}

/**
 * Reports a fault. In an item, reading stops so that the item can be read by itself; the faults of an item that is
 * already being read by itself have been reported.
 *
 * @param isGrave Whether reading must stop, also outside items.
 */
function addFault(state: ReadState, message: string, isGrave = false): void {
  if (state.isStopped) return;
  const { item, isRecord, reads } = state;
  const line = state.line + state.parser.line - 1;
  if (!isRecord && item !== undefined) {
    state.broken = { ...item.broken, isHopeless: isGrave };
    uncount(item.broken, state);
    reads.push({ kind: "fault", message, line, isLast: false, isOfItem: true });
    stop(state);
  }
  if (!isRecord && (state.faults < maxFaults || isGrave)) {
    state.faults += 1;
    reads.push({ kind: "fault", message, line, isLast: isGrave, isOfItem: false });
  }
  if (isGrave) stop(state);
}

/** Takes a broken item out of the count of its parent's children: reading it by itself counts it again. */
function uncount({ around }: Omit<BrokenItem, "isHopeless">, { open }: ReadState): void {
  const name = open[around.length]?.element.name ?? "";
  const counts = around.at(-1)?.element.counts;
  counts?.set(name, (counts.get(name) ?? 1) - 1);
}

function openElement(state: ReadState, tag: SaxesTagNS): void {
  const { item, lastItem, open } = state;
  if (open.length >= maxDepth || state.elements >= maxElements) {
    const isDeep = open.length >= maxDepth;
    const what = isDeep
      ? `elements are nested more than ${maxDepth} levels deep`
      : `one item has more than ${maxElements} elements`;
    addFault(state, what, true);
  }
  if (item !== undefined && !state.mayNest && tag.name === item.broken.name) {
    addFault(state, `the element "${tag.name}" before this one is not closed`);
    return;
  }
  if (open.length === 0 && state.root !== undefined && tag.name === lastItem?.name) {
    // The parent of the items was closed too early: this item belongs beside the last one.
    state.broken = { ...lastItem, start: startOf(state, tag.name), isHopeless: false };
    stop(state);
  }
  const parent = open.at(-1)?.element;
  const name = canonicalName(tag);
  const element: OpenElement = {
    name,
    local: tag.local,
    attributes: attributesOf(tag),
    children: [],
    ...(parent === undefined ? {} : { parent }),
    position: parent === undefined ? 1 : countChild(parent, name),
    line: state.line + state.parser.line - 1,
  };
  open.push({ element, tag });
  state.elements += 1;
  state.root ??= open[0]?.element ?? element;
  if (item === undefined && state.isItem(element)) {
    const broken = { start: startOf(state, tag.name), name: tag.name, around: open.slice(0, -1) };
    state.item = { depth: open.length, broken };
    state.lastItem = broken;
    state.elements = 0;
    state.errors = 0;
  } else parent?.children.push(element);
}

/** Where the start tag begins that the parser has just read. */
const startOf = (state: ReadState, name: string): number =>
  state.text.lastIndexOf(`<${name}`, placeOf(state));

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
  const { item, open } = state;
  if (
    item !== undefined &&
    open.length === item.depth &&
    !state.isRecord &&
    !isEndOf(state, item.broken.name)
  ) {
    addFault(state, "unexpected close tag");
    return;
  }
  const closed = open.pop();
  if (closed === undefined || open.length + 1 !== item?.depth) return;
  delete state.item;
  state.elements = 0;
  state.reads.push({ kind: "item", element: closed.element });
}

/** Whether the parser has just read the end tag of an element; it also closes elements that another's end tag leaves open. */
function isEndOf(state: ReadState, name: string): boolean {
  const end = placeOf(state);
  return endsWithTag(state.text.slice(Math.max(state.from, end - name.length - 64), end), name);
}
