import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { declaredEncodings } from "../../../../importer/read/decode/declared-encodings.ts";
import { decodeText, type DecodedText } from "../../../../importer/read/decode/decode-text.ts";
import { CaseCount } from "../../../support/case-count.ts";
import { encodeText } from "./encode-text.ts";
import { texts } from "./texts.ts";

/** Encodings that texts are found in, also such as are never guessed. */
const everyEncoding = [
  ..."windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257".split(
    " ",
  ),
  ..."windows-1258 windows-874 iso-8859-2 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-15 koi8-r koi8-u ibm866".split(
    " ",
  ),
  ..."macintosh x-mac-cyrillic gb18030 big5 shift_jis euc-jp euc-kr".split(" "),
];

const encoded = (text: string, encoding: string): Uint8Array => {
  const bytes = encodeText(text, encoding);
  if (bytes === undefined) throw new Error(`${encoding} has not all characters of the text`);
  return bytes;
};

const told = (decoded: DecodedText): string =>
  decoded.kind === "text" ? `${decoded.encoding} by ${decoded.rule}` : decoded.problem.code;

const found = texts.flatMap(({ language, encodings, text }) =>
  encodings.map((encoding) => ({ language, encoding, text })),
);

describe("an encoding that nobody declares", () => {
  test.each(found)("$encoding is told from a text in $language", ({ encoding, text }) => {
    const decoded = decodeText(encoded(text, encoding));
    expect(decoded).toMatchObject({ kind: "text", text, rule: "detected" });
  });

  test.each(found)("$encoding is told from a page in $language", ({ encoding, text }) => {
    const page = `<!doctype html><html><head><style>p { color: red }</style></head><body><p class="lead">${text}</p></body></html>`;
    expect(decodeText(encoded(page, encoding))).toMatchObject({ kind: "text", text: page });
  });

  test("no text is ever garbled: it comes back as it was, or it is a problem", () => {
    const cases = texts.flatMap(({ text }) =>
      everyEncoding.filter((encoding) => encodeText(text, encoding)).map((encoding) => ({ text, encoding })),
    );
    expect(cases.length).toBeGreaterThan(50);
    const counts = new CaseCount();
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.nat(), fc.nat(), ({ text, encoding }, from, length) => {
        const start = from % text.length;
        const part = text.slice(start, start + 1 + (length % text.length));
        const bytes = encoded(part, encoding);
        // One or two characters may be UTF-8 by accident, and then nobody can tell.
        fc.pre(part === Buffer.from(bytes).toString("latin1") || !isUtf8(bytes));
        const decoded = decodeText(bytes);
        counts.add(decoded.kind);
        if (decoded.kind === "text") expect(decoded.text).toBe(part);
        else expect(["unknown-encoding", "blank-input"]).toContain(decoded.problem.code);
      }),
      { numRuns: 600 },
    );
    counts.expectShares({ text: 0.2, unusable: 0.2 });
  });

  test.each(found.filter(({ text }) => /^.*[^\x00-\x7f]/.test(text)))(
    "a headline in $language and $encoding is too short to guess from",
    ({ encoding, text }) => {
      const [headline = ""] = text.split("\n");
      expect(told(decodeText(encoded(headline, encoding)))).toBe("unknown-encoding");
    },
  );

  test.each([
    ["French as old Macs wrote it", texts.find(({ language }) => language === "fr")?.text ?? "", "macintosh"],
    [
      "Lithuanian",
      "Senajame uoste atidaryta naktinė kepėjų mokykla. Pirmąją naktį į ją atėjo keturiasdešimt žmonių, o mokytojai sakė, kad registracija tęsis iki mėnesio pabaigos. Už dvejus metus užsidarė trys kepyklos, todėl jaunimas neturi kur mokytis šio amato iš vyresnių meistrų. Kaimynai džiaugiasi, kad į gatvę vėl sugrįžo duonos kvapas.",
      "windows-1257",
    ],
    [
      "Thai",
      "โรงเรียนภาคค่ำสำหรับช่างทำขนมปังเปิดที่ท่าเรือเก่า ประธานสภากล่าวว่ามีผู้สมัครสี่สิบคนในคืนแรก และการรับสมัครจะดำเนินต่อไปจนถึงสิ้นเดือน",
      "windows-874",
    ],
    [
      "Hebrew in visual order",
      [...(texts.find(({ language }) => language === "he")?.text ?? "")].reverse().join(""),
      "windows-1255",
    ],
  ])("%s is not guessed", (_, text, encoding) => {
    expect(told(decodeText(encoded(text, encoding)))).toBe("unknown-encoding");
  });

  test("bytes without any sense are not guessed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0x20, max: 0xff }), { minLength: 100, maxLength: 600 }),
        (bytes) => {
          expect(
            told(decodeText(Uint8Array.from([0x41, 0xff, ...bytes.filter((byte) => byte !== 0x7f)]))),
          ).toBe("unknown-encoding");
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("an encoding that is declared", () => {
  const headline = "Été à Orléans";

  test("is believed where the bytes bear it out, also of a short text", () => {
    const bytes = encoded(headline, "windows-1252");
    expect(decodeText(bytes, ["iso-8859-1"])).toMatchObject({
      text: headline,
      encoding: "windows-1252",
      rule: "declared",
    });
    expect(told(decodeText(encoded("北京", "gb18030"), ["gb2312"]))).toBe("gbk by declared");
  });

  test("is passed over where it is unknown, does not hold, or gives control characters", () => {
    const bytes = encoded("“Été” à Orléans", "windows-1252");
    expect(told(decodeText(bytes, ["x-none", "euc-kr", "windows-1252"]))).toBe("windows-1252 by declared");
    expect(told(decodeText(bytes, ["x-none"]))).toBe("unknown-encoding");
    expect(told(decodeText(Uint8Array.from([0x41, 0x81, 0xe9]), ["windows-1252"]))).toBe("unknown-encoding");
  });

  test("yields to valid UTF-8", () => {
    const decoded = decodeText(Buffer.from(headline), ["iso-8859-1"]);
    expect(decoded).toMatchObject({ text: headline, encoding: "utf-8", rule: "valid-utf-8" });
  });

  test("yields to a text that is clearly in another encoding", () => {
    const { text = "" } = texts[0] ?? {};
    const decoded = decodeText(encoded(text, "windows-1256"), ["iso-8859-1"]);
    expect(decoded).toMatchObject({ text, encoding: "windows-1256", rule: "detected", confidence: 0.7 });
  });

  test("is read from the carrier, the XML declaration and the HTML, in this order", () => {
    const page = `<?xml version="1.0" encoding='ISO-8859-6'?><html><!-- <meta charset="big5"> -->
      <meta http-equiv=Content-Type content="text/html; charset=windows-1256"><META CHARSET=koi8-r>`;
    expect(declaredEncodings(Buffer.from(page), "Windows-1252 ")).toEqual([
      "windows-1252",
      "iso-8859-6",
      "windows-1256",
      "koi8-r",
    ]);
    expect(declaredEncodings(Buffer.from('<meta charset="utf-16"><meta name="charset">'))).toEqual([]);
  });
});

describe("Unicode", () => {
  const text = "نص قصير\nШкола — 学校 🥖\n";
  const utf16 = (order: "le" | "be", of = text): Buffer => {
    const bytes = Buffer.from(of, "utf16le");
    return order === "le" ? bytes : bytes.swap16();
  };

  test.each([
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${text}`), "utf-8 by byte-order-mark"],
    ["UTF-8", Buffer.from(text), "utf-8 by valid-utf-8"],
    ["UTF-16 LE with a byte-order mark", utf16("le", `\ufeff${text}`), "utf-16le by byte-order-mark"],
    ["UTF-16 BE with a byte-order mark", utf16("be", `\ufeff${text}`), "utf-16be by byte-order-mark"],
    ["UTF-16 LE", utf16("le"), "utf-16le by utf-16-nuls"],
    ["UTF-16 BE", utf16("be"), "utf-16be by utf-16-nuls"],
  ])("%s is read", (_, bytes, expected) => {
    const decoded = decodeText(bytes, ["windows-1256"]);
    expect(told(decoded)).toBe(expected);
    expect(decoded).toMatchObject({ text });
  });

  test("that is damaged under a byte-order mark is a problem", () => {
    expect(told(decodeText(utf16("le", `\ufeff${text}`).subarray(0, -1)))).toBe("unknown-encoding");
    expect(told(decodeText(Buffer.concat([Buffer.from("\ufeffa"), Buffer.from([0xff])])))).toBe(
      "unknown-encoding",
    );
  });

  test("survives every round, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (some) => {
        const written = `${some.replaceAll("\r", "").replaceAll("\0", "")}.`;
        for (const bytes of [
          Buffer.from(`\ufeff${written}`),
          utf16("le", `\ufeff${written}`),
          utf16("be", `\ufeff${written}`),
        ])
          expect(decodeText(bytes)).toMatchObject({ kind: "text", text: written });
      }),
    );
  });

  test("in Japanese escapes is read, since they name themselves", () => {
    const bytes = Buffer.from("\x1b$B3X9;\x1b(B ok", "latin1");
    expect(decodeText(bytes)).toMatchObject({ text: "学校 ok", encoding: "iso-2022-jp" });
  });
});

test.each([
  ["no bytes", Buffer.alloc(0), "empty-input"],
  ["blank lines", Buffer.from("\ufeff \n\t\n"), "blank-input"],
  ["a NUL byte", Buffer.from("A story\0 with a hole in it"), "nul-byte"],
  ["a NUL character", Buffer.from("\ufeffA\0 story", "utf16le"), "nul-byte"],
  ["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "binary-input"],
  ["a program", Buffer.from("\x7fELF\x02\x01\x01", "latin1"), "binary-input"],
  ["control characters", Buffer.from("\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10 text"), "binary-input"],
])("%s are no text", (_, bytes, code) => {
  expect(told(decodeText(bytes))).toBe(code);
});

test("line ends become LF", () => {
  expect(decodeText(Buffer.from("a\r\nb\rc\n"))).toMatchObject({ text: "a\nb\nc\n" });
});
