import { SaxesParser, type SaxesTagNS } from "saxes";
import { canonicalName, undeclaredPrefixes } from "./canonical-name.ts";
import { endsWithTag, recordIn, swallowsRecord } from "./record-in.ts";
import { repairXml } from "./repair-xml.ts";
import { escapeHtml } from "./to-html.ts";
import type { XmlElement, XmlNode } from "./xml-element.ts";

/** One result of reading: a requested element, the rest of the root at the end, or a fault in the input. */
export type XmlRead =
  | { readonly kind: "item"; readonly element: XmlElement }
  | { readonly kind: "root"; readonly element: XmlElement }
  | {
      readonly kind: "fault";
      readonly message: string;
      readonly line: number;
      /** Whether it ends the reading: what follows it in the input is not known. */
      readonly isLast: boolean;
      /** Whether it is one item's alone: those around it are read. */
      readonly isOfItem: boolean;
    };

export interface ReadXmlOptions {
  /** Whether an item may hold another of its name; where none may, one that does was not closed. */
  readonly mayNest?: boolean;
}

/** No format nests this deep; an input that does is an attack. */
const maxDepth = 200;
/** Elements of one item, or of the rest: a story has some hundreds. */
const maxElements = 200_000;
/** What follows the first faults around the items is mostly their consequence, so only these are told. */
const maxFaults = 5;
/** An input with more is noise, and each error costs time. */
const maxErrors = 1_000;
/** Small, since the parser stops only between chunks and its cost grows with the square of the depth. */
const chunkLength = 8_192;
/** Characters that may be read in vain for each one of the input, before the rest of it is given up. */
const maxReread = 8;
/** Broken items of one input: a feed has some hundreds of items, and an export in which all are broken is none. */
const maxBroken = 20_000;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
  /** Number of children so far, by name; created with the first child. */
  counts?: Map<string, number>;
}

/** An element that is open, and its start tag as it was written. */
interface OpenTag {
  readonly element: OpenElement;
  readonly tag: SaxesTagNS;
}

/** An item that is not well-formed, or that another one begins in. */
interface BrokenItem {
  readonly start: number;
  /** As the input writes it. */
  readonly name: string;
  readonly around: readonly OpenTag[];
  /** Whether so much is wrong that it is not even tried. */
  readonly isHopeless: boolean;
}

/**
 * Reads XML and yields the elements that `isItem` picks as soon as they are complete. They are then removed from
 * their parent, so that a long input is never held whole. The root comes last.
 *
 * Never throws, and takes time and memory linear in the text. Loads nothing and expands no entity of a DTD. What is
 * not well-formed is a fault. In an item it stays there: the item is read once more by itself, between its own tags, and
 * reading goes on with the next one. An item cut off by the end of the input is not handed out.
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

/** Reads an item by itself, whatever becomes of it; what is wrong with it is known. */
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
  // Counted a moment ago, when it was found broken.
  for (const read of readAll(state)) if (read.kind === "item") yield read;
}

interface Start {
  readonly text: string;
  readonly from: number;
  readonly line: number;
  /** What is open there, the outermost first. */
  readonly around: readonly OpenTag[];
  readonly faults: number;
  readonly isItem: (element: XmlElement) => boolean;
  readonly mayNest: boolean;
  /** Whether the text is one item, which ends with it. */
  readonly isRecord?: boolean;
}

interface ReadState extends Start {
  readonly reads: XmlRead[];
  readonly parser: SaxesParser<{ xmlns: true; additionalNamespaces: Record<string, string> }>;
  readonly open: OpenTag[];
  root?: OpenElement;
  /** The item being read. */
  item?: { readonly depth: number; readonly broken: Omit<BrokenItem, "isHopeless"> };
  /** Tells where what is written like the last item is one too, although what it stood in was closed. */
  lastItem?: Omit<BrokenItem, "isHopeless">;
  broken?: BrokenItem;
  faults: number;
  errors: number;
  elements: number;
  isReopening: boolean;
  isStopped: boolean;
  /** Characters of the tags that were opened again. */
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
    // The end tags bring out what text there is.
    unlessStopped(state, () => parser.write(own.map(({ tag }) => `</${tag.name}>`).join("")));
    while (state.open.length > state.around.length && !state.isStopped) closeElement(state);
  }
  yield* reads.splice(0);
}

/** Ends the parser in the midst of a chunk: its cost grows with the square of the depth, and what follows is not wanted. */
const stopped = new Error("The reading has been stopped");

function unlessStopped(state: ReadState, parse: () => void): void {
  if (state.isStopped) return;
  try {
    parse();
  } catch (error) {
    if (error !== stopped) throw error;
  }
}

/** Stops the reading. Nothing comes back from it: the parser is not to be used again. */
function stop(state: ReadState): never {
  state.isStopped = true;
  throw stopped;
}

/** Where in the text the parser is. */
const placeOf = ({ from, reopened, parser }: ReadState): number => from + parser.position - reopened;

/** A start tag once more, with all the namespaces that it declares. */
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
    // A prefix that nobody declared is still a name, and text after the root is no part of a story.
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
 * Takes note of a fault. Within an item it ends the reading there: the item is read by itself. In an item that is read by
 * itself it is known already.
 *
 * @param isGrave Whether nothing that is near can be read.
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

/** It is counted again when it is read by itself. */
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
    // What held the items was closed too early: this one stands where the last one stood.
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

/** Where the start tag begins that the parser is at the end of. */
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

/** Whether the parser is behind the end tag of an element: it also closes what an end tag without a start leaves open. */
function isEndOf(state: ReadState, name: string): boolean {
  const end = placeOf(state);
  return endsWithTag(state.text.slice(Math.max(state.from, end - name.length - 64), end), name);
}
