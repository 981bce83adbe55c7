import fc from "fast-check";
import { expect, test } from "vitest";
import { matchFiles } from "../../../../studio/desk/pictures/match-files.ts";
import { pictureName } from "../../../../studio/desk/pictures/picture-name.ts";

test.each([
  ["https://example.org/2016/11/Harbour-Storm.jpg", "harbour-storm"],
  ["https://example.org/harbour-storm-1024x768.jpg?w=640#top", "harbour-storm"],
  ["harbour-storm-scaled.jpeg", "harbour-storm"],
  ["harbour-storm@2x.png", "harbour-storm"],
  ["harbour-storm-rotated-300x200.webp", "harbour-storm"],
  ["harbour-storm-e1479500000000.jpg", "harbour-storm"],
  ["harbour-storm.jpg.webp", "harbour-storm"],
  ["Harbour Storm.JPG", "harbour-storm"],
  ["https://example.org/harbour%20storm.jpg", "harbour-storm"],
  ["C:\\Pictures\\harbour_storm.tif", "harbour-storm"],
  ["day one/harbour (storm).avif", "harbour-storm"],
  ["https://example.org/%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1.jpg", "الميناء"],
  ["Zu\u0308rich.jpg", "z\u00fcrich"],
  ["100%.png", "100"],
  // What tells two pictures apart stays.
  ["harbour-storm-2.jpg", "harbour-storm-2"],
  ["IMG_0042.JPG", "img-0042"],
  ["report.v2.jpg", "report-v2"],
  ["https://example.org/", ""],
  ["", ""],
])("pictureName() of %s is %s", (place, name) => {
  expect(pictureName(place)).toBe(name);
});

test("a name says nothing new when it is read again", () => {
  const place = fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[a-z]+(-scaled|-\d{2,4}x\d{2,4}|@2x)*(\.jpg|\.webp)*$/),
  );
  fc.assert(
    fc.property(place, (text) => {
      expect(pictureName(pictureName(text))).toBe(pictureName(text));
    }),
  );
});

const file = (name: string, more: { readonly size?: number; readonly type?: string } = {}) => ({
  name,
  size: 1000,
  type: "image/jpeg",
  ...more,
});
const picture = (id: string, originalUrl: string | null, fileName: string | null = null) => ({
  id,
  originalUrl,
  fileName,
});

test("matchFiles() finds every picture of a file, also of a story that names it without an address", () => {
  const dam = "https://example.org/dam-800x600.jpg";
  const pictures = [picture("a", dam), picture("b", dam), picture("c", null, "bridge.png")];
  const [of, alone] = [file("dam.jpg"), file("Bridge.jpg")];
  expect(matchFiles([of, alone], pictures)).toEqual([
    { kind: "matched", file: of, pictures: pictures.slice(0, 2) },
    { kind: "matched", file: alone, pictures: pictures.slice(2) },
  ]);
});

test("matchFiles() leaves to a person what one name does not decide, and says what it does not take", () => {
  const pictures = [
    picture("a", "https://example.org/one/photo.jpg"),
    picture("b", "https://example.org/two/photo.jpg"),
    picture("c", "https://example.org/dam.jpg"),
    picture("d", null),
  ];
  const files = [
    file("photo.jpg"),
    file("dam-300x200.jpg", { size: 10 }),
    file("dam.jpg", { size: 20 }),
    file("other.jpg"),
    file("notes.pdf", { type: "application/pdf" }),
    file("dam.svg", { type: "image/svg+xml" }),
    file("huge.png", { type: "image/png", size: 200_000_000 }),
    file("---.jpg"),
  ];
  expect(matchFiles(files, pictures).map(({ kind }) => kind)).toEqual([
    "ambiguous",
    "smaller",
    "matched",
    "unknown",
    "no-picture",
    "no-picture",
    "too-large",
    "unknown",
  ]);
});
