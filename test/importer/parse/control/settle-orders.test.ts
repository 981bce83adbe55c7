import { expect, test } from "vitest";
import { settleOrders, type PlacedOrder } from "../../../../importer/parse/control/settle-orders.ts";

const order = (kind: PlacedOrder["kind"], more: Partial<PlacedOrder> = {}): PlacedOrder => ({
  kind,
  printed: kind,
  place: "a/b",
  ...more,
});
const until = (end: string): PlacedOrder => order("embargoed", { printed: end, until: end });
const noon = "2026-02-01T12:00:00Z";
const evening = "2026-02-01T21:00:00+03:00";

test.each<[string, PlacedOrder[], object | undefined, string[]]>([
  ["nothing", [], undefined, []],
  ["what is usable", [order("usable")], { pubStatus: "usable" }, []],
  ["an update", [order("updated", { note: "adds quotes" })], { note: "adds quotes" }, []],
  [
    "the gravest of several",
    [order("usable"), order("withheld"), order("canceled")],
    { pubStatus: "canceled" },
    [],
  ],
  [
    "a readable embargo",
    [order("embargoed"), until(noon)],
    { pubStatus: "usable", embargoedUntil: noon },
    [],
  ],
  [
    "the latest of two ends",
    [until(noon), until(evening)],
    { pubStatus: "usable", embargoedUntil: evening },
    [],
  ],
  [
    "an embargo on what is withheld",
    [order("withheld"), until(noon)],
    { pubStatus: "withheld", embargoedUntil: noon },
    [],
  ],
  [
    "an embargo without an end",
    [order("usable"), order("embargoed")],
    { pubStatus: "withheld" },
    ["embargo-without-end"],
  ],
  ["an end without a zone", [until("2026-02-01 12:00")], { pubStatus: "withheld" }, ["embargo-without-end"]],
  ["a day alone", [until("2026-02-01")], { pubStatus: "withheld" }, ["embargo-without-end"]],
  ["an unknown status", [order("usable"), order("unknown")], { pubStatus: "withheld" }, ["unknown-status"]],
  ["a kill, whatever else there is", [until("?"), order("canceled")], { pubStatus: "canceled" }, []],
])("settleOrders() settles %s", (_, orders, control, codes) => {
  const settled = settleOrders(orders);
  expect(settled.control).toEqual(control);
  expect(settled.problems.map(({ code }) => code)).toEqual(codes);
});

test("settleOrders() names the word that nobody knows, and where it stands", () => {
  const [problem] = settleOrders([order("unknown", { printed: "spiked", line: 3 })]).problems;
  expect(problem).toMatchObject({ path: "pubStatus", line: 3 });
  expect(problem?.message).toContain('"spiked" at a/b');
});

test("settleOrders() says which order decided", () => {
  const [usable, end] = [order("usable"), until(noon)];
  expect(settleOrders([usable, end]).decidedBy).toEqual({ pubStatus: usable, embargoedUntil: end });
});

test("settleOrders() reads an end that is printed in words, in the line below the order too", () => {
  const lines = "EMBARGOED\n14:00 GMT, March 4, 2024";
  expect(settleOrders([until(lines)]).control?.embargoedUntil).toBe("2024-03-04T14:00:00Z");
});
