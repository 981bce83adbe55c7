import { createImageUrlBuilder } from "@sanity/image-url";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";
import { animation, blue, pixel, plain, red, twoHalves, white } from "./support/pictures.ts";

let lake: TestLake;
/** 400×200, left half red, right half blue. */
let halves: { readonly _id: string; readonly url: string };

beforeAll(async () => {
  lake = await serveTestLake();
  halves = await lake.client.assets.upload("image", await twoHalves(400, 200), { filename: "halves.png" });
});
afterAll(() => lake.close());

async function get(query: string, url = halves.url, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url + query, { headers });
}

async function picture(query: string, url?: string): Promise<Buffer> {
  const response = await get(query, url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function size(query: string, url?: string): Promise<string> {
  const { width, height } = await sharp(await picture(query, url)).metadata();
  return `${width}x${height}`;
}

/** Near enough for a lossy encoding. */
async function colorAt(image: Uint8Array, left: number, top: number): Promise<string> {
  const [r = 0, g = 0, b = 0] = await pixel(image, left, top);
  const distance = (c: typeof red): number => Math.abs(c.r - r) + Math.abs(c.g - g) + Math.abs(c.b - b);
  const named = Object.entries({ red, blue, white, grey: { r: 128, g: 128, b: 128 } });
  const [[name, color] = ["none", red]] = named.sort(([, a], [, b]) => distance(a) - distance(b));
  return distance(color) < 60 ? name : `rgb(${r},${g},${b})`;
}

test("GET /images sends the original, cacheable for ever", async () => {
  const response = await get("");
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(await twoHalves(400, 200));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/png",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
  });
});

test("GET /images answers 304 for the tag it sent, for originals and renditions", async () => {
  for (const query of ["", "?w=50"]) {
    const tag = (await get(query)).headers.get("etag") ?? "";
    const again = await get(query, halves.url, { "if-none-match": `W/${tag}, "x"` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await get(query, halves.url, { "if-none-match": '"other"' })).status).toBe(200);
  }
});

test("HEAD /images answers the headers alone", async () => {
  const head = await fetch(halves.url, { method: "HEAD" });
  const body = await (await get("")).arrayBuffer();
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(body.byteLength)]);
  expect(await head.text()).toBe("");
});

test("@sanity/image-url addresses lead to what they ask for", async () => {
  const builder = createImageUrlBuilder(lake.client);
  const image = {
    asset: { _ref: halves._id },
    crop: { left: 0.5, right: 0, top: 0, bottom: 0 },
    hotspot: { x: 0.75, y: 0.5, width: 0.2, height: 0.2 },
  };
  const url = builder.image(image).width(100).height(100).format("jpg").quality(90).url();
  expect(url.startsWith(`${lake.url}/images/copydesk/production/`)).toBe(true);
  const bytes = await picture("", url);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 100, height: 100 });
  expect(await colorAt(bytes, 2, 50)).toBe("blue");
});

test.each([
  ["?w=100", "100x50"],
  ["?h=100", "200x100"],
  ["?w=800", "800x400"],
  ["?w=800&fit=max", "400x200"],
  ["?w=100&h=100", "100x50"],
  ["?w=100&h=100&fit=clip", "100x50"],
  ["?w=100&h=100&fit=crop", "100x100"],
  ["?w=100&h=100&fit=fill", "100x100"],
  ["?w=800&h=800&fit=fillmax", "800x800"],
  ["?w=100&h=100&fit=scale", "100x100"],
  ["?w=100&h=100&fit=min", "100x100"],
  ["?w=800&h=800&fit=min", "200x200"],
  ["?w=50&dpr=2", "100x50"],
  ["?w=50.4", "50x25"],
  ["?w=100&fit=crop&max-h=20", "100x20"],
  ["?rect=0,0,50,100", "50x100"],
  ["?rect=390,190,50,50", "10x10"],
  ["?rect=0,0,100,50&w=20", "20x10"],
  ["?or=90", "200x400"],
  ["?or=270&w=50", "50x100"],
  ["?w=100&pad=10", "120x70"],
  ["?q=10", "400x200"],
])("GET /images%s is %s pixels", async (query, expected) => {
  expect(await size(query)).toBe(expected);
});

test.each([
  ["left", "?w=100&h=200&fit=crop&crop=left", "red"],
  ["right", "?w=100&h=200&fit=crop&crop=top,right", "blue"],
  ["a focal point", "?w=100&h=200&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.5", "blue"],
  ["a rectangle", "?rect=10,10,100,100", "red"],
  ["a flipped rectangle", "?rect=150,0,100,100&flip=h&fit=crop&crop=left&w=20&h=20", "blue"],
  ["a half turn", "?or=180&rect=0,0,400,200&w=40", "blue"],
])("GET /images cuts %s", async (_what, query, color) => {
  const bytes = await picture(query);
  expect(await colorAt(bytes, 5, 5)).toBe(color);
});

test("GET /images cuts an upright photo where it is displayed", async () => {
  const sideways = await sharp(await twoHalves(400, 200))
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const { url } = await lake.client.assets.upload("image", sideways);
  expect(await colorAt(await picture("?rect=0,0,200,200&fm=png", url), 100, 100)).toBe("red");
  expect(await colorAt(await picture("?w=100&h=100&fit=crop&crop=bottom", url), 50, 50)).toBe("blue");
  expect(await size("?w=100", url)).toBe("100x200");
});

/** Where the red half of a picture is that was red on the left, once it is shown as its EXIF orientation says. */
const redIs = ["", "left", "right", "right", "left", "top", "top", "bottom", "bottom"] as const;

test.each(
  (["jpeg", "webp", "png", "tiff", "avif"] as const).flatMap((format) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [format, orientation] as const),
  ),
)("GET /images shows a %s of EXIF orientation %i upright in every rendition", async (format, orientation) => {
  const bytes = await sharp(await twoHalves(80, 40))
    .withMetadata({ orientation })
    .toFormat(format, { quality: 95 })
    .toBuffer();
  const { url, metadata } = await lake.client.assets.upload("image", bytes);
  const shown = orientation < 5 ? [80, 40] : [40, 80];
  expect([metadata.dimensions.width, metadata.dimensions.height]).toEqual(shown);
  const [width = 0, height = 0] = shown;
  for (const query of [
    `?w=${width}&fm=png`,
    `?rect=0,0,${width},${height}&fm=png`,
    "?fit=crop&w=40&h=40&fm=png",
  ]) {
    const made = await picture(query, url);
    const { width: w, height: h, orientation: left } = await sharp(made).metadata();
    expect(left ?? 1, "no tag is left that would turn it again").toBe(1);
    const sides = {
      left: [2, h / 2],
      right: [w - 3, h / 2],
      top: [w / 2, 2],
      bottom: [w / 2, h - 3],
    } as const;
    const red = Object.entries(sides).map(async ([side, [x, y]]) => [
      side,
      await colorAt(made, Math.floor(x), Math.floor(y)),
    ]);
    const colors = Object.fromEntries(await Promise.all(red));
    const opposite = { left: "right", right: "left", top: "bottom", bottom: "top", "": "" } as const;
    const side = redIs[orientation] ?? "";
    expect([query, colors[side], colors[opposite[side]]]).toEqual([query, "red", "blue"]);
  }
});

test.each(["jpeg", "tiff"] as const)(
  "GET /images shows a %s in printers' colours in those of screens",
  async (format) => {
    const inks = await sharp(await twoHalves(80, 40))
      .toColourspace("cmyk")
      .toFormat(format, { quality: 95 })
      .toBuffer();
    expect((await sharp(inks).metadata()).space).toBe("cmyk");
    const { url, metadata } = await lake.client.assets.upload("image", inks);
    expect(metadata).toMatchObject({ hasAlpha: false, isOpaque: true });
    for (const query of [
      "?w=40",
      "?rect=0,0,80,40",
      "?or=180&flip=h",
      "?fm=webp",
      "?pad=10&bg=ffffff",
      "?q=50",
    ]) {
      const made = await picture(query, url);
      const { space, width, height } = await sharp(made).metadata();
      expect([query, space]).toEqual([query, "srgb"]);
      const inset = query.startsWith("?pad") ? 14 : 4;
      const [left, right] = await Promise.all(
        [inset, width - inset - 1].map((x) => pixel(made, x, Math.floor(height / 2))),
      );
      // Inks cannot show these exactly, but red stays red and blue blue.
      expect([query, (left?.[0] ?? 0) > 180, (left?.[2] ?? 255) < 90]).toEqual([query, true, true]);
      expect([query, (right?.[2] ?? 0) > 100, (right?.[0] ?? 255) < 110]).toEqual([query, true, true]);
    }
  },
);

test("GET /images pads with the background asked for, or with none", async () => {
  const filled = await picture("?w=100&h=100&fit=fill&bg=f00");
  expect(await pixel(filled, 50, 5)).toEqual([255, 0, 0]);
  expect(await pixel(await picture("?w=100&h=100&fit=fill"), 50, 5)).toEqual([255, 255, 255, 0]);
  expect(await colorAt(await picture("?w=100&h=100&fit=fill&fm=jpg"), 50, 5)).toBe("white");
  expect(await pixel(await picture("?w=100&pad=10&bg=80000000"), 5, 5)).toEqual([0, 0, 0, 128]);
  expect(await pixel(await picture("?w=100&pad=10&bg=ff00ff00&invert=true"), 5, 5)).toEqual([0, 255, 0]);
});

test("GET /images fills transparency with the background", async () => {
  const clear = sharp({
    create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  const { url } = await lake.client.assets.upload("image", await clear.png().toBuffer());
  expect(await pixel(await picture("?bg=0000ff", url), 5, 5)).toEqual([0, 0, 255]);
  expect(await colorAt(await picture("?fm=jpg", url), 5, 5)).toBe("white");
});

test("GET /images applies grey, inversion, blur and sharpening", async () => {
  const [r, g, b] = await pixel(await picture("?sat=-100"), 5, 5);
  expect([g, b]).toEqual([r, r]);
  expect(await pixel(await picture("?invert=true"), 5, 5)).toEqual([35, 225, 225]);
  const [blurred = 0] = await pixel(await picture("?blur=200"), 200, 100);
  expect(blurred).toBeGreaterThan(80);
  expect(blurred).toBeLessThan(170);
  expect(await size("?sharp=50")).toBe("400x200");
});

test.each([
  ["?fm=jpg", "", "image/jpeg", "jpeg"],
  ["?fm=pjpg", "", "image/jpeg", "jpeg"],
  ["?fm=webp", "", "image/webp", "webp"],
  ["?w=9", "image/avif,image/webp", "image/png", "png"],
  ["?auto=format", "image/avif,image/webp,*/*", "image/avif", "heif"],
  ["?auto=format", "image/webp,*/*", "image/webp", "webp"],
  ["?auto=format", "*/*", "image/png", "png"],
  ["?auto=format&fm=jpg", "image/avif", "image/jpeg", "jpeg"],
])("GET /images%s for a browser that takes %s is %s", async (query, accept, type, format) => {
  const response = await get(query, halves.url, { accept });
  expect(response.headers.get("content-type")).toBe(type);
  expect(response.headers.get("vary")).toBe(query.includes("auto") ? "Accept, Origin" : "Origin");
  expect((await sharp(await response.arrayBuffer()).metadata()).format).toBe(format);
});

test("GET /images?auto=format spares a large picture the slowest encoding", async () => {
  const { url } = await lake.client.assets.upload("image", await plain(2500, 2000));
  const type = async (query: string) =>
    (await get(query, url, { accept: "image/avif,image/webp" })).headers.get("content-type");
  expect(await type("?auto=format")).toBe("image/webp");
  expect(await type("?auto=format&w=500")).toBe("image/avif");
});

test("GET /images?fm=json describes the original", async () => {
  const { length, ...rest } = await (await get("?fm=json")).json();
  expect(rest).toEqual({ width: 400, height: 200, frameCount: 1, type: "image/png" });
  expect(length).toBe((await twoHalves(400, 200)).byteLength);
});

test("GET /images keeps an animation while only its size changes", async () => {
  const { url } = await lake.client.assets.upload("image", await animation(40, 20, [red, blue, white]));
  const small = sharp(await picture("?w=20&h=20&fit=crop", url), { animated: true });
  expect(await small.metadata()).toMatchObject({ format: "gif", pages: 3, width: 20, pageHeight: 20 });
  expect((await sharp(await picture("?fm=webp", url)).metadata()).pages).toBe(3);
  expect((await sharp(await picture("?w=20&frame=1", url)).metadata()).pages ?? 1).toBe(1);
  expect(await size("?w=20&h=20&fit=fill", url)).toBe("20x20");
  expect(await size("?fm=png", url)).toBe("40x20");
});

test.each([
  "?w=abc",
  "?w=0",
  "?w=-5",
  "?w=8193",
  "?w=1e3",
  "?h=",
  "?fit=cover",
  "?crop=middle",
  "?fp-x=1.5",
  "?rect=1,2,3",
  "?rect=400,0,10,10",
  "?rect=0,0,0,10",
  "?q=101",
  "?fm=bmp",
  "?auto=compress",
  "?dpr=4",
  "?blur=2001",
  "?sharp=-1",
  "?sat=-50",
  "?invert=maybe",
  "?or=45",
  "?flip=x",
  "?bg=red",
  "?pad=-1",
  "?w=8000&dpr=2",
  "?w=8000&pad=200",
  "?h=8000",
])("GET /images%s is refused with 400", async (query) => {
  const response = await get(query);
  expect([response.status, await response.json()]).toEqual([
    400,
    {
      statusCode: 400,
      error: "Bad Request",
      message: expect.stringMatching(/^Cannot transform the image: /),
    },
  ]);
});

test("GET /images ignores parameters that it does not know", async () => {
  expect(Buffer.from(await (await get("?utm_source=x&constructor=1")).arrayBuffer())).toEqual(
    await twoHalves(400, 200),
  );
});

test("GET /images makes a rendition once, also for requests at the same time", async () => {
  const responses = await Promise.all(Array.from({ length: 5 }, () => get("?w=77&q=61")));
  const bodies = await Promise.all(
    responses.map(async (response) => Buffer.from(await response.arrayBuffer())),
  );
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  // The order of the parameters makes no other picture.
  expect((await get("?q=61&w=77")).headers.get("etag")).toBe(responses[0]?.headers.get("etag"));
});

test("GET /images?dl saves under the name asked for, in any script", async () => {
  const disposition = async (path: string) => (await get(path)).headers.get("content-disposition");
  expect(await disposition("?dl=" + encodeURIComponent('صورة "1".png'))).toBe(
    `attachment; filename="____ _1_.png"; filename*=UTF-8''%D8%B5%D9%88%D8%B1%D8%A9%20%221%22.png`,
  );
  expect(await disposition("?dl")).toMatch(/filename="[a-f0-9]{40}-400x200\.png"/);
  expect(await disposition("/vanity.png?dl")).toContain('filename="vanity.png"');
  expect(await disposition("?w=10")).toBeNull();
  expect(await disposition("?dl=" + encodeURIComponent("a\r\nSet-Cookie: x"))).not.toContain("\n");
});

test("GET /images sends an SVG as it is, unable to run a script", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>alert(1)</script></svg>';
  const { url } = await lake.client.assets.upload("image", Buffer.from(svg));
  const response = await get("?w=abc", url);
  expect(await response.text()).toBe(svg);
  expect(response.headers.get("content-type")).toBe("image/svg+xml");
  expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
});

test.each([
  ["page.html", "text/html", "text/html; charset=utf-8", true],
  ["feed.xml", "application/xml", "application/xml", true],
  ["story.txt", "text/plain", "text/plain; charset=utf-8", true],
  ["story.pdf", "application/pdf", "application/pdf", false],
  ["voice.mp3", "audio/mpeg", "audio/mpeg", false],
  ["chart.svg", "image/svg+xml", "image/svg+xml", true],
  ["chart-2.svg", "image/svg+xml; charset=utf-8", "image/svg+xml; charset=utf-8", true],
  ["chart-3.svg", "IMAGE/SVG+XML", "image/svg+xml", true],
])(
  "GET /files sends %s in a sandbox where it could run a script",
  async (filename, type, sent, sandboxed) => {
    const options = { filename, contentType: type };
    const { url } = await lake.client.assets.upload("file", Buffer.from(`<i>${filename}</i>`), options);
    const response = await get("?w=10", url);
    expect(await response.text()).toBe(`<i>${filename}</i>`);
    expect(response.headers.get("content-type")).toBe(sent);
    expect(response.headers.has("content-security-policy")).toBe(sandboxed);
  },
);

test.each([
  ["bytes=0-3", 206, "0123", "bytes 0-3/10"],
  ["bytes=7-", 206, "789", "bytes 7-9/10"],
  ["bytes=-2", 206, "89", "bytes 8-9/10"],
  ["bytes=5-99", 206, "56789", "bytes 5-9/10"],
  ["bytes=-99", 206, "0123456789", "bytes 0-9/10"],
  ["bytes=10-", 416, "", "bytes */10"],
  ["bytes=-0", 416, "", "bytes */10"],
  ["bytes=5-2", 200, "0123456789", null],
  ["bytes=0-1,4-5", 200, "0123456789", null],
  ["lines=1-2", 200, "0123456789", null],
])("GET /files with Range: %s answers %s", async (range, status, body, contentRange) => {
  const { url } = await lake.client.assets.upload("file", Buffer.from("0123456789"), { filename: "ten.mp3" });
  const response = await get("", url, { range });
  expect([response.status, await response.text(), response.headers.get("content-range")]).toEqual([
    status,
    body,
    contentRange,
  ]);
});

test("GET /files sends an empty file", async () => {
  const { url } = await lake.client.assets.upload("file", Buffer.alloc(0), { filename: "empty.txt" });
  const response = await get("", url);
  expect([response.status, response.headers.get("content-length"), await response.text()]).toEqual([
    200,
    "0",
    "",
  ]);
});

test("GET /images answers 404 once the document is deleted", async () => {
  const { _id, url } = await lake.client.assets.upload("image", await plain(21, 22));
  expect((await get("", url)).status).toBe(200);
  await lake.client.delete(_id);
  expect((await get("", url)).status).toBe(404);
});

test.each([
  "/images/copydesk/production/nothing.png",
  `/images/copydesk/production/${"a".repeat(40)}-1x1.png`,
  "/images/another/production/FILE",
  "/images/copydesk/elsewhere/FILE",
  "/files/copydesk/production/FILE",
  "/images/copydesk/production/FILE/a/b",
  "/images/copydesk/production/..%2f..%2flake.sqlite",
  "/images/copydesk/production/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "/images/copydesk/production/FILE%00.png",
  "/images/copydesk/production/%ff",
  "/images/copydesk",
  "/images",
])("GET %s answers 404", async (path) => {
  const fileName = halves.url.split("/").at(-1) ?? "";
  const response = await fetch(lake.url + path.replace("FILE", fileName));
  expect([response.status, (await response.json()).statusCode]).toEqual([404, 404]);
});
