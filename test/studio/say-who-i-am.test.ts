import { createClient } from "@sanity/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freeColor, personColors } from "../../studio/desk/people/person-colors.ts";
import { fetchPeopleHere, sayWhoIAm } from "../../studio/desk/people/say-who-i-am.ts";
import { fetchColleagues } from "../../studio/desk/people/use-people.ts";
import { openTestLake, type TestLake } from "../support/open-test-lake.ts";

let lake: TestLake;
beforeAll(async () => void (lake = await openTestLake()));
afterAll(() => lake.close());

test("sayWhoIAm() adds people, and says what is wrong with a name", async () => {
  const { client } = lake;
  const color = "#1565c0";
  expect(await sayWhoIAm(client, { kind: "new", name: "Nadia", color })).toEqual({ kind: "said" });
  expect(await sayWhoIAm(client, { kind: "new", name: "nadia", color })).toEqual({ kind: "name-taken" });
  expect(await sayWhoIAm(client, { kind: "new", name: "!", color })).toEqual({ kind: "name-unfit" });
  const { me, people } = await fetchPeopleHere(client);
  expect([me, people]).toMatchObject([null, [{ name: "Nadia", color }]]);
  const id = people[0]?.id ?? "";
  expect(await sayWhoIAm(client, { kind: "known", id })).toEqual({ kind: "said" });
  expect(await sayWhoIAm(client, { kind: "known", id: "person-none" })).toMatchObject({ kind: "failed" });
  expect(await sayWhoIAm(client, { kind: "change", name: "Eve", color })).toMatchObject({
    kind: "failed",
    error: { message: expect.stringContaining("Cannot change who this is") },
  });
});

test("sayWhoIAm() tells of a lake that does not answer", async () => {
  const gone = createClient({ ...lake.client.config(), apiHost: "http://127.0.0.1:9", maxRetries: 0 });
  expect(await sayWhoIAm(gone, { kind: "known", id: "x" })).toMatchObject({ kind: "failed" });
});

test("fetchColleagues() lists people by their names, and no programs", async () => {
  await sayWhoIAm(lake.client, { kind: "new", name: "Amal", color: "#1565c0" });
  const names = (await fetchColleagues(lake.client)).map(({ displayName }) => displayName);
  expect(names).toEqual(["Amal", "Local editor", "Nadia"]);
  const importer = lake.client.withConfig({ headers: { "x-lake-program": "Importer" } });
  expect(await fetchColleagues(importer)).toHaveLength(2);
});

test("freeColor() is one that nobody has, while there is one", () => {
  const [first, second] = personColors;
  expect(freeColor([])).toBe(first.hex);
  expect(freeColor([{ color: first.hex }])).toBe(second.hex);
  expect(freeColor(personColors.map(({ hex }) => ({ color: hex })))).toBe(first.hex);
});
