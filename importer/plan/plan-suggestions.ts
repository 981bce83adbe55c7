import {
  type Suggestion,
  appendStep,
  keyedMember,
  readDocumentId,
  valueAt,
  canonicalJson,
} from "../../schemas/index.ts";
import { hasSameContent } from "../dataset/content.ts";
import { shortDigestOf } from "../digest.ts";
import { type JudgedDocument, outcomeOf } from "./judge-document.ts";
import { hostsOf } from "./merge/joined-blocks.ts";
import { type Keyed, isKeyed } from "./merge/keyed.ts";

/** How many settled suggestions are kept: they show editors what was decided, but are not needed to enforce it. */
const mostSettled = 20;

/** The values of a place, as JSON; absent where there is none. */
type Said = Pick<Suggestion, "base" | "current" | "incoming">;

/**
 * The suggestions on an import record after an import: the existing ones, and one for each conflict.
 *
 * Pure. A conflict exists only in the import that finds the source changed, so none is raised twice, and a rejected
 * one comes back only if the source returns to the rejected value. An open suggestion follows the source: it goes
 * away once the document has the same value or the source takes its change back; otherwise it is updated, since the
 * source's first change is still not in the document.
 */
export function planSuggestions(
  known: readonly Suggestion[],
  documents: readonly JudgedDocument<unknown>[],
  run: string,
): Suggestion[] {
  const raised = documents.flatMap((document) => raisedFor(document, known, run));
  const raisedKeys = new Set(raised.map(({ _key }) => _key));
  const followed = known.flatMap((suggestion): Suggestion[] => {
    const { documentId, path, state } = suggestion;
    if (raisedKeys.has(suggestion._key)) return [];
    if (state !== "open") return [suggestion];
    if (raised.some((other) => other.documentId === documentId && other.path === path)) return [];
    const document = documents.find(({ wanted }) => wanted._id === documentId);
    if (document !== undefined) return follow(suggestion, document, run);
    // A release that is published or given up leaves no version to be asked about.
    return readDocumentId(documentId).kind === "version" ? [] : [suggestion];
  });
  // A settled suggestion that is raised again is open again.
  const byKey = new Map([...followed, ...raised].map((suggestion) => [suggestion._key, suggestion]));
  const all = [...byKey.values()];
  const forgotten = new Set(all.filter(({ state }) => state !== "open").slice(0, -mostSettled));
  return all.filter((suggestion) => !forgotten.has(suggestion));
}

function raisedFor(
  { wanted, verdict }: JudgedDocument<unknown>,
  known: readonly Suggestion[],
  run: string,
): Suggestion[] {
  if (verdict.kind !== "merge") return [];
  return verdict.conflicts.map(({ path, base, current, incoming }) => {
    const earlier = known.find(
      (other) => other.state === "open" && other.documentId === wanted._id && other.path === path,
    );
    const said: Said = { base: jsonOf(base), current: jsonOf(current), incoming: jsonOf(incoming) };
    const suggestion = suggest(
      wanted._id,
      path,
      earlier === undefined ? said : { ...said, base: earlier.base },
      run,
    );
    const after = current === undefined ? keysBefore(wanted, path) : [];
    return after.length === 0 ? suggestion : { ...suggestion, after };
  });
}

/** Updates, keeps or drops an open suggestion about a place where this import finds no conflict. */
function follow(suggestion: Suggestion, document: JudgedDocument<unknown>, run: string): Suggestion[] {
  const { documentId, path, base, incoming } = suggestion;
  const { wanted, verdict } = document;
  const said = document.resolved?.base ?? document.base;
  if (said !== undefined && hasSameContent(wanted, said)) return [suggestion];
  const [now, shown] = [wanted, outcomeOf(document)].map((version) => jsonOf(valueAt(version, path)));
  if (now === undefined && shown === undefined) return followJoined(suggestion, document, run);
  if (now === shown) return [];
  if (now === incoming) return [suggestion];
  if (now === base || verdict.kind === "leave") return [];
  return [suggest(documentId, path, { base, current: shown, incoming: now }, run)];
}

/**
 * Handles an open suggestion about a paragraph that is gone on both sides: if an editor has joined it to others, it
 * now applies to those.
 */
function followJoined(
  { documentId, path, base, current }: Suggestion,
  document: JudgedDocument<unknown>,
  run: string,
): Suggestion[] {
  const gone: unknown = JSON.parse(current ?? base ?? "null");
  const array = keyedMember(path)?.array;
  if (array === undefined || !isMember(gone)) return [];
  const [before, shown] = [document.resolved?.base ?? document.base, outcomeOf(document)].map((version) => {
    const members = valueAt(version, array);
    return isKeyed(members) ? (members ?? []) : [];
  });
  return hostsOf(gone, before ?? [], shown ?? []).map(({ host, into }) => {
    const place = appendStep(array, { _key: host._key });
    const said = {
      base: jsonOf(into),
      current: jsonOf(host),
      incoming: jsonOf(valueAt(document.wanted, place)),
    };
    return suggest(documentId, place, said, run);
  });
}

const isMember = (value: unknown): value is Keyed => value !== null && isKeyed([value]);

/** How many members before a removed one are remembered: any that is still there marks its place. */
const mostBefore = 8;

/** The keys of the members before the one at a path, the nearest first. */
function keysBefore(document: object, path: string): string[] {
  const member = keyedMember(path);
  const members = member && valueAt(document, member.array);
  if (member === undefined || !isKeyed(members)) return [];
  const keys = (members ?? []).map(({ _key }) => _key);
  return keys
    .slice(0, Math.max(0, keys.indexOf(member.key)))
    .toReversed()
    .slice(0, mostBefore);
}

function suggest(
  documentId: string,
  path: string,
  { base, current, incoming }: Said,
  run: string,
): Suggestion {
  return {
    _type: "suggestion",
    _key: shortDigestOf([documentId, path, incoming ?? ""].join("\n"), 12),
    documentId,
    path,
    ...(base === undefined ? {} : { base }),
    ...(current === undefined ? {} : { current }),
    ...(incoming === undefined ? {} : { incoming }),
    run,
    state: "open",
  };
}

const jsonOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : canonicalJson(value);
