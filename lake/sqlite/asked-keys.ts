import type {
  AskedKey,
  Condition,
  DocumentKey,
  DocumentSource,
  LakeDocument,
  Page,
} from "../core/dataset.ts";
import { fieldsIn, isSelective, listsIn, partsOf } from "./condition-access.ts";
import { isIndexable, type ConditionPlace } from "./condition-place.ts";
import { typeOfAll } from "./key-indexes.ts";
import { isListed, keysOfOrder } from "./order-access.ts";

/**
 * What a page is asked by in the content of the documents of its type: each is worth an index. Nothing, if it is of several
 * types.
 */
export function keysAsked(
  { condition, view, order = [] }: Page,
  { dataset, frequencyOf }: Pick<ConditionPlace, "dataset" | "frequencyOf">,
): readonly AskedKey[] {
  const type = typeOfAll(condition);
  if (type === undefined) return [];
  const lists = listsIn(condition);
  // As if those were there: what is found by words has yet to be read.
  const indexes = new Map(lists.map((key) => [key, 0]));
  const place: ConditionPlace = { dataset, view, frequencyOf, indexes };
  const isFound = partsOf(condition).some((part) => isSelective(part, place));
  const ordering = keysOfOrder(order, view).slice(0, 1);
  const keys: readonly DocumentKey[] = [...(isFound ? [] : [...fieldsIn(condition), ...lists]), ...ordering];
  return keys.filter(isIndexable).map((key) => ({ dataset, type, key }));
}

/** A source that has nothing to give but an empty document of each type that is asked for, and hears by which keys. */
export function listeningSource(dataset: string, onAsked: (asked: AskedKey) => void): DocumentSource {
  const page = (asked: Page): readonly LakeDocument[] => {
    keysAsked(asked, { dataset }).forEach(onAsked);
    return [emptyDocument(asked.condition)];
  };
  return {
    documents: () => [],
    select: (condition, view) => page({ condition, view }),
    reshaped: new Set(),
    exactly: {
      // What is asked of many documents is what matters.
      few: 0,
      page,
      walk: page,
      count: (condition, view) => page({ condition, view }).length,
      countTogether: () => new Map(),
      distinct: () => [],
      countByValue: () => undefined,
      isIndexed(key, condition) {
        const type = isIndexable(key) ? typeOfAll(condition) : undefined;
        if (type !== undefined) onAsked({ dataset, type, key });
        return type !== undefined;
      },
      isInOrder(order, condition, view) {
        keysAsked({ condition, view, order }, { dataset }).forEach(onAsked);
        return isListed(order) || typeOfAll(condition) !== undefined;
      },
    },
  };
}

function emptyDocument(condition: Condition): LakeDocument {
  return { _id: "", _type: typeOfAll(condition) ?? "", _rev: "", _createdAt: "", _updatedAt: "" };
}
