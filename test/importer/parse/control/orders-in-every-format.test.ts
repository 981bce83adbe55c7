import { describe, expect, test } from "vitest";
import { orderTable, vocabularies } from "../../../../importer/parse/control/order-table.ts";
import { isGrave, type OrderKind } from "../../../../importer/parse/control/wire-order.ts";
import { readControlWord } from "../../../../importer/parse/lexicons/control-words.ts";
import { lexicons } from "../../../../importer/parse/lexicons/lexicons.ts";
import { textOfStory } from "../../../../importer/parse/text-of-story.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
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

/** Ordinary headlines that begin with a word of an order. */
const ordinary: Readonly<Record<string, readonly string[]>> = {
  en: ["Cancelled trains strand thousands in the valley", "Killed on the road: three cyclists in a week"],
  ar: ["إلغاء عشرات الرحلات الجوية بسبب العاصفة", "سحب دواء من الأسواق بعد شكاوى المرضى"],
  bn: ["বাতিল হলো চল্লিশটি ট্রেন", "প্রত্যাহার করা হলো নতুন কর"],
  ckb: ["هەڵوەشاندنەوەی چل گەشت بەهۆی بەفرەوە"],
  cs: ["Zrušeno bylo čtyřicet vlaků kvůli sněhu", "Oprava mostu začne v pondělí"],
  el: ["Ακύρωση δεκάδων πτήσεων λόγω χιονιού", "Ανάκληση προϊόντος από την αγορά"],
  hi: ["रद्द हुईं चालीस ट्रेनें, यात्री परेशान", "निरस्त हुआ नीलामी का फैसला"],
  hu: ["Törölték a járatokat a vihar miatt", "Visszavonás előtt áll a törvény"],
  id: ["Dibatalkan empat puluh penerbangan karena abu", "Embargo senjata dibahas di Jenewa"],
  ko: ["취소된 항공편 사십 편, 승객 불편", "철회된 법안 다시 상정"],
  nl: ["Ingetrokken wet komt terug in de Kamer"],
  pl: ["Wycofano z rynku partię serów", "Anulowano czterdzieści lotów"],
  ro: ["Anulat din cauza ploii, concertul se mută în mai", "Retras de pe piață un lot de brânză"],
  sv: ["Utgår från Göteborg varje morgon i sommar", "Peruttu festivaali siirtyy elokuulle"],
  th: ["ยกเลิกเที่ยวบินสี่สิบเที่ยวเพราะพายุ", "ห้ามใช้ถนนสายนี้ช่วงสงกรานต์"],
  uk: ["Скасовано сорок рейсів через сніг"],
  vi: ["Hủy bốn mươi chuyến bay vì bão", "Không đáng lo về giá gạo, bộ trưởng nói"],
};

const paragraph =
  "The mill in the valley turned again on Friday, and the owner said that it would not stop before the winter.";

test.each(Object.entries(ordinary))(
  "an ordinary headline in %s is no order, wherever it stands",
  (_, lines) => {
    for (const line of lines) {
      const texts = [
        [line, "", paragraph, "", paragraph],
        [line, "The valley is glad of its mill again", "", paragraph, "", paragraph],
        ["The valley is glad of its mill again", line, "", paragraph, "", paragraph],
        ["The valley is glad of its mill again", "", `${line}.`, "", paragraph],
      ].map((text) => parseText(text.join("\n")).control?.pubStatus);
      const heads = orderHeads.map((place) => place.read(line)?.control?.pubStatus);
      expect(
        [...texts, ...heads].filter((status) => status !== undefined),
        line,
      ).toEqual([]);
    }
  },
);

test.each([
  "Cancelled trains kept the valley awake on Friday, the railway said, and the mill had no flour to sell.",
  "Withdrawn from the market on Friday were forty kinds of flour.",
  "Hold on to your hats, the mill turns again.",
])("a text that begins with %j is no order", (first) => {
  const text = ["The valley is glad of its mill again", "", first, "", paragraph].join("\n");
  expect(parseText(text).control).toBeUndefined();
  expect(textOfStory(parseText(text))).toContain(first);
});

test.each([
  ["KILLED on legal advice.", "canceled"],
  ["Do not use this story.", "canceled"],
  ["Not for publication before the council has met", "withheld"],
  ["ЗНЯТО ЗІ СТРІЧКИ", "canceled"],
  ["A NU SE FOLOSI – știrea va fi refăcută", "canceled"],
  ["Zpráva se ruší, prosíme nepoužívejte ji.", "canceled"],
  ["JANGAN DIGUNAKAN", "canceled"],
  ["ห้ามเผยแพร่ข่าวนี้", "withheld"],
])("an order such as %j below the headline makes a story %j", (line, status) => {
  const text = ["The valley is glad of its mill again", line, "", paragraph, "", paragraph].join("\n");
  expect(parseText(text).control?.pubStatus).toBe(status);
});
