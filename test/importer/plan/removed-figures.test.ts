import { expect, test } from "vitest";
import { withoutRemovedFigures } from "../../../importer/plan/removed-figures.ts";

const figure = (image: string, key?: string) => ({
  _type: "figure",
  image: { _type: "reference", _ref: image },
  ...(key === undefined ? {} : { _key: key }),
});
const text = { _type: "block", _key: "t" };

test("withoutRemovedFigures() keeps out a picture that an editor removed and the source moves into the text", () => {
  const base = { leadImage: figure("pier"), body: [text] };
  const current = { body: [text] };
  const wanted = { headline: "A", body: [text, figure("pier", "f")] };
  expect(withoutRemovedFigures(wanted, base, current)).toEqual({ headline: "A", body: [text] });
});

test("withoutRemovedFigures() keeps out a picture that the source moves from the text to the head", () => {
  const base = { body: [text, figure("pier", "f")] };
  const wanted = { headline: "A", leadImage: figure("pier"), body: [text] };
  expect(withoutRemovedFigures(wanted, base, { body: [text] })).toEqual({ headline: "A", body: [text] });
});

test("withoutRemovedFigures() leaves new pictures, and all that the editor shows", () => {
  const base = { leadImage: figure("pier"), body: [text] };
  const wanted = { body: [text, figure("pier", "f"), figure("boat", "g")] };
  expect(withoutRemovedFigures(wanted, base, { body: [text, figure("pier", "other")] })).toBe(wanted);
  expect(withoutRemovedFigures(wanted, base, { body: [text] })).toEqual({
    body: [text, figure("boat", "g")],
  });
});
