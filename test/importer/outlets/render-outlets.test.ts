import { expect, test } from "vitest";
import { renderOutlet, renderOutlets } from "../../../importer/index.ts";
import type { LearnedShape, OutletProfile } from "../../../schemas/index.ts";

const learnedOf = (shape: string, more: Partial<LearnedShape>): LearnedShape => ({
  ...{ _type: "learnedShape", _key: shape, shape, habit: "furniture", role: "boilerplate" },
  ...{ stands: "tail", stories: 12, isUsual: true },
  ...more,
});

const post: OutletProfile = {
  ...{ _id: "import.outlet.post", _type: "outletProfile", key: "post", name: "Bridge Post" },
  ...{ stories: 30, version: "v", sample: "" },
  learned: [
    learnedOf("Win a rowing boat", {}),
    learnedOf("Updated: #", { habit: "date", role: "date", stands: "head", stories: 20 }),
    learnedOf("Na …", { habit: "label", role: "byline", stands: "head" }),
    learnedOf("Picha: …", { habit: "credit", role: "imageCredit", stands: "text", stories: 9 }),
    learnedOf("Gulls \u202e", { habit: "ending", stories: 25 }),
  ],
  taught: [
    {
      ...{ _type: "taughtRule", _key: "a", shape: "Sponsored", role: "boilerplate", by: "ada" },
      ...{ at: "2026-11-29T12:00:00Z", state: "retired", kept: 1, contradicted: 4 },
    },
  ],
};
const fresh: OutletProfile = { ...post, key: "new", name: "new", stories: 1, learned: [], taught: [] };

test("renderOutlets() lists outlets, one a line", () => {
  expect(renderOutlets([post, fresh])).toBe(
    "post  Bridge Post  30 stories  5 learned  1 taught\nnew  1 story  0 learned",
  );
  expect(renderOutlets([])).toBe("Nothing is known of any outlet yet.");
});

test("renderOutlet() says in words what is known of an outlet, and obeys no control character in it", () => {
  expect(renderOutlet(post)).toBe(`post  Bridge Post  30 stories  5 learned  1 taught

Where the date stands
  above the text, in 20 stories: Updated: #

What labels say
  byline, above the text, in 12 stories: Na …

How pictures are credited
  in the text, in 9 stories: Picha: …

How a story ends: left out, as part of the page
  below the text, in 25 stories: Gulls <U+202E>

Left out, as part of the page
  below the text, in 12 stories: Win a rowing boat

Taught by editors
  part of the page, retired, by ada on 2026-11-29, kept 1, contradicted 4: Sponsored`);
  expect(renderOutlet(fresh)).toContain("Its stories share no lines yet");
});
