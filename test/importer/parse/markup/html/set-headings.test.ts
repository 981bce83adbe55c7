import { describe, expect, test } from "vitest";
import { outline } from "../../../../support/outline.ts";

const text =
  "The harbour board met on Monday, and the tide came in while it was still reading out the minutes of the last one.";
const p = `<p>${text}</p>`;

describe("a bold line above a text is a heading", () => {
  test.each([
    ["in a paragraph", "<p><b>What the board has decided</b></p>"],
    ["in a div", "<div><strong>What the board has decided</strong></div>"],
    ["with a blank that is not bold", "<p><b>What the board has decided</b>&nbsp;</p>"],
    ["in two parts", "<p><b>What the board</b> <strong>has decided</strong></p>"],
    ["by its style", '<p><span style="font-weight: 700">What the board has decided</span></p>'],
    ["by the style of its paragraph", '<p style="font-weight:bold">What the board has decided</p>'],
    ["by its role", '<div role="heading" aria-level="2">What the board has decided</div>'],
    ["by the name that newsrooms give it", '<p class="story-crosshead">What the board has decided</p>'],
  ])("%s", (_, line) => {
    const heading = "h2: What the board has decided";
    expect(outline(`${p}${line}${p}`)).toEqual([`normal: ${text}`, heading, `normal: ${text}`]);
    expect(outline(`${p}${line}<ul><li>Quay</li></ul>`)).toEqual([
      `normal: ${text}`,
      heading,
      "bullet 1: Quay",
    ]);
  });

  test("at the beginning of its paragraph", () => {
    expect(outline(`${p}<p><b>What comes next</b><br>${text}</p>`)).toEqual([
      `normal: ${text}`,
      "h2: What comes next",
      `normal: ${text}`,
    ]);
  });

  test("with a picture between", () => {
    expect(outline(`${p}<p><b>What comes next</b></p><img src="/a.jpg">${p}`)).toEqual([
      `normal: ${text}`,
      "h2: What comes next",
      "[picture 0]",
      `normal: ${text}`,
    ]);
  });
});

test.each([
  ["a sentence", "<p><b>The board has decided.</b></p>"],
  ["a part of a line", "<p><b>The board</b> has decided</p>"],
  ["a link", '<p><b><a href="/x">What the board has decided</a></b></p>'],
  ["a source line", "<p><b>Source: Harbour Post</b></p>"],
  ["a dateline", "<p><b>LISBON (Reuters) -</b></p>"],
])("%s in bold is no heading", (_, line) => {
  expect(outline(`${p}${line}${p}`)[1]).toMatch(/^normal: /);
});

test("a text in which most lines are bold has no headings for it", () => {
  const names = ["Ada Moss", "Bo Lind", "Cy Bell"].map((name) => `<p><b>${name}</b></p>`).join("");
  expect(outline(`${p}${names}${p}`).filter((line) => line.startsWith("h2"))).toEqual([]);
});
