import { decodeReferences } from "../cleaning/decode-references.ts";
import { cleanLine } from "../cleaning/clean-line.ts";
import { authorityOf, globalId } from "../addresses/global-id.ts";
import { isFlag } from "../control/is-flag.ts";
import { readEmbargo, readGraveOrder, readOrder } from "../control/read-order.ts";
import type { WireOrder } from "../control/wire-order.ts";
import { foundAt } from "../fields/found-at.ts";
import { foundAuthors } from "../fields/found-authors.ts";
import type { FoundStory } from "../fields/found-story.ts";
import { type Found, isFound, mapFound } from "../fields/found.ts";
import { htmlBody } from "../fields/html-body.ts";
import { piecesOfJson } from "../fields/pieces-of-json.ts";
import { storyItem, unsupported } from "../fields/story-item.ts";
import { textBody } from "../fields/text-body.ts";
import { htmlToBlocks } from "../markup/html/html-to-blocks.ts";
import type { InputPiece } from "../input-piece.ts";
import { type ParsedBody, emptyBody } from "../parsed-body.ts";
import type { ParsedItem, ParserContext } from "../parser.ts";
import { leadWith } from "../pictures/merge-pictures.ts";
import { readEpoch } from "../time/read-epoch.ts";
import { type DataRecord, fieldAt } from "./field-at.ts";
import { findField, guessMapping } from "./guess-mapping.ts";
import { mappedPictures } from "./mapped-pictures.ts";
import type { MappedValue, MappedValues } from "./mapped-values.ts";
import { type FieldRule, type MappedField, type Mapping, mappedFields } from "./mapping.ts";
import { portableTextBody } from "./portable-text-body.ts";
import { textsOf } from "./texts-of.ts";

/**
 * Makes a story from a record: by the mapping, or by the names of its fields, which lowers the confidence. Pure.
 *
 * @param place Place of the record in its input: `line 12`.
 */
export function mapRecord(
  record: DataRecord,
  mapping: Mapping | undefined,
  place: string,
  { baseUrl }: ParserContext,
): ParsedItem {
  const values = mapping ? valuesByMapping(record, mapping) : guessedValues(record);
  if (values === undefined) {
    const names = Object.keys(record).slice(0, 20).join(", ").slice(0, 200);
    return unsupported(`The record at ${place} has no field for a headline or a text; its fields: ${names}`);
  }
  return storyItem(storyOf(values, place, baseUrl), piecesOf(record, place, baseUrl));
}

/** All that a record says, each field at the place that evidence gives it. */
const piecesOf = (record: DataRecord, place: string, baseUrl: string | undefined): InputPiece[] =>
  Object.entries(record).flatMap(([name, value]) => piecesOfJson(value, `${place}: ${name}`, baseUrl));

function valuesByMapping(record: DataRecord, { fields }: Mapping): MappedValues {
  return collect((field) => {
    const rule = fields[field];
    if (rule === undefined) return isFlagField(field) ? withholding(record, field) : undefined;
    if ("value" in rule) return { value: rule.value, at: "the mapping", rule, confidence: 1 };
    const at = rule.at.find((path) => !isEmpty(fieldAt(record, path)));
    return at === undefined ? undefined : { value: fieldAt(record, at), at, rule, confidence: 1 };
  });
}

function guessedValues(record: DataRecord): MappedValues | undefined {
  const names = Object.keys(record).filter((name) => !isEmpty(record[name]));
  // "published" is a date in some records, a flag in others, and both under two names in a few.
  const guessed = guessMapping(names, (field, name) =>
    field === "published" ? isFlag(record[name]) : field !== "publishedAt" || !isFlag(record[name]),
  );
  if (guessed === undefined) return undefined;
  return collect((field) => {
    const guess = guessed[field];
    return guess && { ...guess, value: record[guess.at], rule: undefined };
  });
}

const flagVocabularies = { draft: "draft-flag", published: "published-flag" } as const;

const isFlagField = (field: MappedField): field is keyof typeof flagVocabularies => field in flagVocabularies;

/** A record that says of itself that it is not published is withheld even if the mapping does not know the field. */
function withholding(record: DataRecord, field: keyof typeof flagVocabularies): MappedValue | undefined {
  const names = Object.keys(record).filter((name) => isFlag(record[name]));
  const at = findField(field, names)?.at;
  const value = at === undefined ? undefined : record[at];
  const order = readOrder(String(value), flagVocabularies[field]);
  return at !== undefined && order?.kind === "withheld"
    ? { value, at, rule: undefined, confidence: 0.7 }
    : undefined;
}

function collect(read: (field: MappedField) => MappedValue | undefined): MappedValues {
  const values: Partial<Record<MappedField, MappedValue>> = {};
  for (const field of mappedFields) {
    const value = read(field);
    if (value) values[field] = value;
  }
  return values;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.every(isEmpty));

function storyOf(values: MappedValues, place: string, outerBase: string | undefined): FoundStory {
  const found = <Value>(
    mapped: MappedValue | undefined,
    value: Value | undefined,
  ): Found<Value> | undefined =>
    mapped && foundAt(`${place}: ${mapped.at}`, value, ruleOf(mapped), mapped.confidence);
  const line = (field: MappedField): Found<string> | undefined =>
    found(values[field], cleanLine(textsOf(values[field]?.value)[0]));
  const date = (field: MappedField): Found<string> | undefined =>
    isFlag(values[field]?.value)
      ? undefined
      : found(values[field], textsOf(withoutEpoch(values[field]?.value))[0]);
  const lines = (field: MappedField): Found<string>[] =>
    listOf(field, values[field])
      .map((text) => found(values[field], cleanLine(text)))
      .filter(isFound);

  const url = line("url");
  const baseUrl = url?.value ?? outerBase;
  const body = bodyOf(values.body, baseUrl);
  const { body: led, leadPicture } = leadWith(body, mappedPictures(values, baseUrl));
  const edNotes = lines("edNote");
  const { pubStatus, embargoedUntil } = values;
  return {
    url,
    id: mapFound(line("id"), (id) => idOf(id, values.id?.rule, authorityOf(url?.value ?? outerBase))),
    version: line("version")?.value,
    versionCreated: date("versionCreated")?.value,
    headline: line("headline"),
    kicker: line("kicker"),
    subHeadline: line("subHeadline"),
    summary: line("summary"),
    ...foundAuthors(listOf("byline", values.byline).map((text) => found(values.byline, text))),
    dateline: mapFound(line("dateline"), (printed) => ({ printed })),
    publishedAt: date("publishedAt"),
    orders: [
      ...statedTexts(pubStatus?.value).map((text) => found(pubStatus, readOrder(text, "record-status"))),
      ...flagsIn(values, found),
      ...statedTexts(withoutEpoch(embargoedUntil?.value)).map((text) =>
        found(embargoedUntil, readEmbargo(text)),
      ),
      ...edNotes.map((note) => mapFound(note, readGraveOrder)),
    ].filter(isFound),
    body: found(values.body, led) ?? { value: led, place, rule: "field-missing", confidence: 1 },
    leadPicture,
    sourceLine: line("sourceLine"),
    infoSources: lines("source").map((source) => ({
      ...source,
      value: { printed: source.value, role: "originator" },
    })),
    language: line("language"),
    keywords: lines("keywords"),
    edNotes,
  };
}

const ruleOf = ({ rule }: MappedValue): string => (rule === undefined ? "field-by-name" : "field-by-mapping");

/**
 * An id that the operator mapped is trusted. A field that merely has the name of an id counts only if its owner is
 * known: every file may have a story "12".
 */
function idOf(id: string, rule: FieldRule | undefined, authority: string | undefined): string | undefined {
  const global = globalId(id, authority);
  const isUuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id);
  return rule !== undefined || isUuid || global.includes(":") ? global : undefined;
}

/** A list as is, or a list within one text; keywords are separated by commas unless the mapping says otherwise. */
function listOf(field: MappedField, mapped: MappedValue | undefined): string[] {
  const { value, rule } = mapped ?? {};
  const written = rule && "split" in rule ? rule.split : undefined;
  const between = written ?? (field === "keywords" && typeof value === "string" ? /[,;|،、]/ : undefined);
  const texts = textsOf(value);
  // Decoded first: a reference ends in a semicolon, which separates keywords.
  return between === undefined
    ? texts
    : texts.flatMap((text) => decodeReferences(text, "all").split(between));
}

/** As text, a number of seconds could be anything. */
const withoutEpoch = (value: unknown): unknown =>
  typeof value === "number" ? (readEpoch(value) ?? value) : value;

function bodyOf(mapped: MappedValue | undefined, baseUrl: string | undefined): ParsedBody {
  if (mapped === undefined) return emptyBody;
  const { value, rule } = mapped;
  const as = (rule && "as" in rule ? rule.as : undefined) ?? "auto";
  if (as === "portable-text" || (as === "auto" && isPortableText(value)))
    return portableTextBody(Array.isArray(value) ? value : [], baseUrl);
  const text = textsOf(value).join("\n\n");
  if (as === "text") return textBody(text);
  return as === "html" ? htmlToBlocks(text, baseUrl) : htmlBody(text, baseUrl);
}

const isPortableText = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.some((block: unknown) => typeof block === "object" && block !== null && "_type" in block);

/** A status may also be a flag, which is not text of the story. */
const statedTexts = (value: unknown): string[] =>
  typeof value === "boolean" ? [String(value)] : textsOf(value);

/** What the flags of a record say; one may stand where the mapping looks for the date. */
function flagsIn(
  { draft, published, publishedAt }: MappedValues,
  found: (mapped: MappedValue | undefined, order: WireOrder | undefined) => Found<WireOrder> | undefined,
): (Found<WireOrder> | undefined)[] {
  const flags = [
    ["draft-flag", draft],
    ["published-flag", published],
    ["published-flag", isFlag(publishedAt?.value) ? publishedAt : undefined],
  ] as const;
  return flags.flatMap(([vocabulary, mapped]) =>
    statedTexts(mapped?.value).map((text) => found(mapped, readOrder(text, vocabulary))),
  );
}
