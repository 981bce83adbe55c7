import { describe, expect, test } from "vitest";
import { orderTable, vocabularies } from "../../../../importer/parse/control/order-table.ts";
import { isGrave, type OrderKind } from "../../../../importer/parse/control/wire-order.ts";
import { readControlWord } from "../../../../importer/parse/lexicons/control-words.ts";
import { lexicons } from "../../../../importer/parse/lexicons/lexicons.ts";
import { orderFields, orderHeads, type OrderPlace } from "../../../support/order-places.ts";

/** What a story is that stands under an order, where no field says when an embargo ends. */
const statusOf: Readonly<Record<OrderKind, string>> = {
  canceled: "canceled",
  withheld: "withheld",
  embargoed: "withheld",
  corrected: "usable",
  updated: "usable",
  usable: "usable",
};

const words = lexicons.flatMap(({ control }) =>
  (["canceled", "withheld", "embargoed", "corrected", "updated"] as const).flatMap((kind) =>
    // Two languages may mean different things by one word, of which the graver counts.
    (control[kind] ?? []).map((word) => ({ word, kind: readControlWord(word)?.kind ?? kind })),
  ),
);
const graveWords = words.filter(({ kind }) => isGrave(kind));

/** The words after which a story is not what it shall be. */
function disobeyed(
  place: OrderPlace,
  orders: readonly { readonly word: string; readonly kind: OrderKind }[],
) {
  return orders.flatMap(({ word, kind }) => {
    const story = place.read(word);
    if (story === undefined) return place.passesOver?.includes(word) === true ? [] : [`no story: ${word}`];
    const status = story.control?.pubStatus ?? "usable";
    return status === statusOf[kind] ? [] : [`${word} is ${kind}, and the story ${status}`];
  });
}

describe("wire orders", () => {
  test.each(orderFields)("all codes of the table are obeyed in $name", (place) => {
    const codes = orderTable
      .filter(({ of = [place.vocabulary] }) => of.includes(place.vocabulary))
      .flatMap(({ kind, codes: own }) => own.map((word) => ({ word, kind })));
    expect(codes.length).toBeGreaterThan(0);
    expect(disobeyed(place, codes)).toEqual([]);
  });

  test.each(orderFields)("the words of all languages are obeyed in $name", { timeout: 60_000 }, (place) => {
    expect(disobeyed(place, words)).toEqual([]);
  });

  test.each(orderHeads)(
    "a kill, a hold and an embargo are obeyed in $name",
    { timeout: 120_000 },
    (place) => {
      expect(disobeyed(place, graveWords)).toEqual([]);
    },
  );

  test.each(orderFields.filter(({ vocabulary }) => vocabularies[vocabulary].isClosed))(
    "what nobody knows withholds the story in $name, and the problem names it",
    (place) => {
      const story = place.read("frobnicated");
      expect(story?.control?.pubStatus).toBe("withheld");
      const problem = story?.problems.find(({ code }) => code === "unknown-status");
      expect(problem?.message).toMatch(/"frobnicated" at \S/);
    },
  );

  test.each(orderFields.filter(({ vocabulary }) => vocabulary === "embargo-field"))(
    "an end that nobody can read withholds the story in $name, and the problem names it",
    (place) => {
      expect(place.read("2026-02-01T12:00:00Z")?.control).toMatchObject({
        pubStatus: "usable",
        embargoedUntil: "2026-02-01T12:00:00Z",
      });
      const story = place.read("Tuesday noon");
      expect(story?.control?.pubStatus).toBe("withheld");
      const problem = story?.problems.find(({ code }) => code === "embargo-without-end");
      expect(problem?.message).toMatch(/"Tuesday noon" at \S/);
    },
  );

  test.each([...orderFields.filter(({ vocabulary }) => vocabulary === "note"), ...orderHeads])(
    "what is no order changes nothing in $name",
    (place) => {
      for (const line of [
        "Photos of the mill to follow",
        "Cancelled trains and the mill: five questions",
        "Kill-switch for the mill is approved",
      ]) {
        expect([line, place.read(line)?.control?.pubStatus]).toEqual([line, undefined]);
      }
    },
  );
});

test.each([
  ["KILL: Mill turns again", "canceled"],
  ["[KILL] Mill turns again", "canceled"],
  ["EMBARGOED - Mill turns again", "withheld"],
  ["إلغاء: الطاحونة تدور", "withheld"],
  ["Cancelled: five mills that stopped", undefined],
  ["Embargo: what it means for the mill", undefined],
  ["CORRECTED-Mill turns again", undefined],
])("a headline such as %j makes a story %j", (headline, status) => {
  const place = orderHeads.find(({ name }) => name === "the headline of NDJSON");
  expect(place?.read(headline)?.control?.pubStatus).toBe(status);
});
