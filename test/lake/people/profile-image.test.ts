import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { profileImage } from "../../../lake/people/profile-image.ts";
import { personColors } from "../../../studio/desk/people/person-colors.ts";

/** What a picture says, and in which colour. Throws when it is no XML. */
function read(image: string): { letters: string; ink: string | undefined } {
  const parser = new SaxesParser();
  let letters = "";
  let ink: string | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (text) => (letters += text));
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "text") ink = attributes["fill"];
  });
  parser.write(decodeURIComponent(image.replace("data:image/svg+xml,", ""))).close();
  return { letters, ink };
}

test.each([
  ["Nadia Haddad", "NH"],
  ["nadia van der haddad", "NH"],
  ["نادية حدّاد", "نح"],
  ["عمر الخطيب", "عخ"],
  ["李小龙", "李"],
  ["Élodie", "É"],
  ["R2 D2", "RD"],
  ["🙂 Omar", "O"],
  ["Importer (8f14e45f)", "I"],
])("the picture of %s shows %s", (name, letters) => {
  expect(read(profileImage({ name, color: "#1565c0" })).letters.replaceAll("\u200c", "")).toBe(letters);
});

test("Arabic initials do not join", () => {
  expect(read(profileImage({ name: "نادية حدّاد", color: "#1565c0" })).letters).toBe("ن\u200cح");
});

test("the picture of whatever name is well-formed", () => {
  const name = fc.string({ unit: "grapheme" }).map((text) => text.replace(/\p{Cc}/gu, ""));
  fc.assert(fc.property(name, (text) => void read(profileImage({ name: text, color: "#000000" }))));
});

test("letters are white on the colours that the Studio offers, and black on light ones", () => {
  for (const { hex } of personColors) {
    expect([hex, read(profileImage({ name: "N", color: hex })).ink]).toEqual([hex, "#fff"]);
  }
  expect(read(profileImage({ name: "N", color: "#ffe082" })).ink).toBe("#000");
});
