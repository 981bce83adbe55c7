import { appendStep, valueAt } from "../../schemas/index.ts";
import { contentOf, hasSameContent } from "../dataset/content.ts";
import type { DocumentState, JudgedDocument, VersionState } from "./judge-document.ts";
import { type Keyed, isKeyed } from "./merge/keyed.ts";
import { mergeDocument } from "./merge/merge-document.ts";
import { sameValue } from "./merge/same-value.ts";
import type { Conflict } from "./merge/versions.ts";
import { orderOf } from "./order-of.ts";
import { withoutRemovedFigures } from "./removed-figures.ts";

/**
 * Judges the version that a release, or a scheduled draft, has of a document: it takes over what the source says if nobody
 * has touched it; else each change of the source is offered, and none is made, because a release is put together by hand.
 * A story that its source withdraws is withdrawn in every release. Pure.
 *
 * @returns A document of its own, under the version's id.
 */
export function judgeVersion<T>(
  { wanted, base }: Pick<DocumentState, "wanted" | "base"> & { readonly wanted: T },
  state: VersionState,
): JudgedDocument<T> {
  const { version, isLocked } = state;
  const own = { wanted: { ...wanted, _id: version._id }, base, draft: undefined, published: version };
  const { base: known, current: ours = version } = state.resolved ?? { base, current: version };
  const judged = { ...own, ...(state.resolved === undefined ? {} : { resolved: state.resolved }) };
  const isOld = base !== undefined && hasSameContent(wanted, base);
  const isSaid = known !== undefined && hasSameContent(wanted, known);
  if (isOld || isSaid || hasSameContent(wanted, version)) return { ...judged, verdict: { kind: "keep" } };
  const isUntouched = base !== undefined && hasSameContent(version, base);
  if (isUntouched && !isLocked) return { ...judged, verdict: { kind: "update" } };

  const said = known === undefined ? wanted : withoutRemovedFigures(wanted, known, ours);
  const merged = mergeDocument(known && { ...known }, ours, { ...said });
  const offered = [...merged.conflicts, ...differences(known ?? {}, ours, merged.content)];
  const byPath = new Map(offered.toReversed().map((conflict) => [conflict.path, conflict]));
  const order = isLocked ? {} : orderOf(wanted, known, ours);
  const conflicts = [...byPath.values()]
    .toReversed()
    .filter(({ path }) => !(path in order))
    .map((conflict) => ({ ...conflict, current: valueAt(ours, conflict.path) }));
  if (conflicts.length === 0 && Object.keys(order).length === 0)
    return { ...judged, verdict: { kind: "keep" } };
  return { ...judged, verdict: { kind: "merge", content: { ...contentOf(ours), ...order }, conflicts } };
}

/** What would be written, place by place: fields, and the members of lists that have keys. */
function differences(base: object, from: object, to: object): Conflict[] {
  const [before, current, incoming] = [base, from, to].map(contentOf);
  const names = Object.keys({ ...current, ...incoming });
  return names.flatMap((path): Conflict[] => {
    const versions = { base: before?.[path], current: current?.[path], incoming: incoming?.[path] };
    if (sameValue(versions.current, versions.incoming)) return [];
    const { current: is, incoming: becomes } = versions;
    const isList = Array.isArray(is) && Array.isArray(becomes) && isKeyed(is) && isKeyed(becomes);
    if (!isList) return [{ path, ...versions }];
    return differencesOfMembers(path, isKeyed(versions.base) ? (versions.base ?? []) : [], is, becomes);
  });
}

function differencesOfMembers(
  path: string,
  base: readonly Keyed[],
  current: readonly Keyed[],
  incoming: readonly Keyed[],
): Conflict[] {
  const memberOf = (list: readonly Keyed[], key: string) => list.find(({ _key }) => _key === key);
  const keys = new Set([...current, ...incoming].map(({ _key }) => _key));
  const members = [...keys].flatMap((_key): Conflict[] => {
    const [was, is, becomes] = [base, current, incoming].map((list) => memberOf(list, _key));
    const place = appendStep(path, { _key });
    return sameValue(is, becomes) ? [] : [{ path: place, base: was, current: is, incoming: becomes }];
  });
  const inBoth = (list: readonly Keyed[], other: readonly Keyed[]): string[] =>
    list.map(({ _key }) => _key).filter((key) => memberOf(other, key) !== undefined);
  const isMoved = !sameValue(inBoth(current, incoming), inBoth(incoming, current));
  return isMoved ? [{ path, base, current, incoming }] : members;
}
