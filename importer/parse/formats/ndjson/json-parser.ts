import { isObject } from "../../fields/json-values.ts";
import { orNoStories } from "../../fields/or-no-stories.ts";
import { readJson } from "../../fields/read-json.ts";
import { unsupported } from "../../fields/story-item.ts";
import type { DataRecord } from "../../mapping/field-at.ts";
import { guessMapping } from "../../mapping/guess-mapping.ts";
import { mapRecord } from "../../mapping/map-record.ts";
import type { Mapping } from "../../mapping/mapping.ts";
import type { InputHead, ParsedItem, Parser, ParserContext } from "../../parser.ts";
import { recordsInJson } from "./records-in-json.ts";

/**
 * JSON with records in a list, by itself or within the answer of a service, or with a single one. A mapping assigns their
 * fields; without one, their names do.
 */
export const jsonParser = (mapping?: Mapping): Parser => ({
  format: "json",
  recognises: (head) => isJson(head) && hasRecords(head, mapping),
  *parse(text, context) {
    yield* orNoStories(items(text, mapping, context), "JSON");
  },
});

function* items(text: string, mapping: Mapping | undefined, context: ParserContext): Generator<ParsedItem> {
  const read = readJson(text);
  if (read.kind === "broken") {
    yield { kind: "problem", problem: read.problem };
    return;
  }
  const storyIn = (record: DataRecord) => {
    const item = mapRecord(record, mapping, "$", context);
    return item.kind === "story" ? item.story : undefined;
  };
  const records = recordsInJson(
    read.value,
    (record) => storyIn(record) !== undefined,
    (record) => (storyIn(record)?.blocks.length ?? 0) > 0,
  );
  for (const { value, place } of records)
    yield isObject(value)
      ? mapRecord(value, mapping, place, context)
      : unsupported(`The item at ${place} is not an object`);
}

const isJson = ({ text }: InputHead): boolean => /^\uFEFF?\s*(?:\{\s*"|\[\s*\{)/.test(text);

const fieldName = /"([^"\\\n]{1,60})"\s*:/g;

/** Whether the names in the head are those of a headline and a text: other programs write JSON too. */
function hasRecords({ text }: InputHead, mapping: Mapping | undefined): boolean {
  const names = new Set(Array.from(text.matchAll(fieldName), ([, name = ""]) => name));
  if (mapping !== undefined) return isNamedIn(mapping, names);
  const guessed = guessMapping([...names]);
  return guessed?.headline !== undefined && guessed.body !== undefined;
}

/** Whether a mapping finds a headline or a text under one of the names. */
const isNamedIn = ({ fields }: Mapping, names: ReadonlySet<string>): boolean =>
  [fields.headline, fields.body].some(
    (rule) =>
      rule !== undefined &&
      "at" in rule &&
      rule.at.some((path) => [path, ...path.split(/[./[\]]+/)].some((step) => names.has(step))),
  );
