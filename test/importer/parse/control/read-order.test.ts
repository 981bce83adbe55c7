import { expect, test } from "vitest";
import { matchKey } from "../../../../importer/parse/lexicons/match-key.ts";
import { orderTable, vocabularies, type Vocabulary } from "../../../../importer/parse/control/order-table.ts";
import { readEmbargo, readGraveOrder, readOrder } from "../../../../importer/parse/control/read-order.ts";

test.each(orderTable)("the table's example $example is $kind", ({ kind, example: [vocabulary, printed] }) => {
  expect(readOrder(printed, vocabulary)?.kind).toBe(kind);
});

test("no code of a vocabulary means two things", () => {
  const codes = orderTable.flatMap(({ codes: own, of = Object.keys(vocabularies) }) =>
    of.flatMap((vocabulary) => own.map((code) => `${vocabulary}: ${matchKey(code)}`)),
  );
  expect(codes.toSorted()).toEqual([...new Set(codes)].toSorted());
});

test.each<[Vocabulary, string, string | undefined]>([
  ["newsml-g2-status", "stat:usable", "usable"],
  ["newsml-g2-status", "http://cv.iptc.org/newscodes/pubstatusg2/withheld", "withheld"],
  ["newsml-g2-status", "Cancelled", "canceled"],
  ["newsml-g2-status", "stat:spiked", "unknown"],
  ["newsml-1-status", "Embargoed", "embargoed"],
  ["record-status", "KILL", "canceled"],
  ["record-status", "HOLD", "withheld"],
  ["record-status", "on_hold", "withheld"],
  ["record-status", "請勿使用", "canceled"],
  ["record-status", "Killed by the desk", "canceled"],
  ["record-status", "KILL: update to follow", "canceled"],
  ["record-status", "urgent", "updated"],
  ["record-status", "not usable", "unknown"],
  ["record-status", "archived", "unknown"],
  ["wordpress-status", "inherit", "usable"],
  ["wordpress-status", "pitch", "unknown"],
  ["newsml-g2-signal", "edStat:U", undefined],
  ["newsml-g2-signal", "prodId:TXT", undefined],
  ["atom-draft", "maybe", "unknown"],
  ["published-flag", "2026-01-31", undefined],
  ["note", "Photos to follow", undefined],
  ["note", "Kill-switch for phones is approved", undefined],
  ["note", "A la espera de la sentencia, el club no hará declaraciones.", undefined],
  ["note", "NOT FOR PUBLICATION before the court has ruled.", "embargoed"],
  ["note", "DO NOT PUBLISH until the court has ruled.", "withheld"],
  ["note", "Embargoed to 0001 Tuesday.", "embargoed"],
  ["note", "", undefined],
])("readOrder() in %s reads %j as %j", (vocabulary, printed, kind) => {
  expect(readOrder(printed, vocabulary)?.kind).toBe(kind);
});

test("readOrder() reads nothing where nothing stands", () => {
  expect(readOrder(undefined, "record-status")).toBeUndefined();
  expect(readOrder("  ", "newsml-g2-status")).toBeUndefined();
});

test.each([
  ["2026-02-01T00:00:00Z", { kind: "embargoed", until: "2026-02-01T00:00:00Z" }],
  ["soon", { kind: "embargoed", until: "soon" }],
  ["true", { kind: "embargoed", printed: "true" }],
  ["no", { kind: "usable" }],
])("readEmbargo() reads %j", (printed, order) => {
  expect(readEmbargo(printed)).toMatchObject(order);
});

test("readGraveOrder() leaves corrections to those who read them", () => {
  expect(readGraveOrder("CORRECTED: a name")).toBeUndefined();
  expect(readGraveOrder("KILL: a name")).toMatchObject({ kind: "canceled", note: "KILL: a name" });
});
