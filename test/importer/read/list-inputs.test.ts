import { execFileSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listInputs } from "../../../importer/read/list-inputs.ts";
import { noStories, noStoryInside, noStoryNamed } from "../../../importer/read/no-story.ts";
import { parseAll } from "../../support/parse-all.ts";
import { runHere } from "../../support/run-cli.ts";
import { shortStory, storyFolder } from "../../support/story-folder.ts";

const story = shortStory("A bridge opens");

test(
  "a pipe, a socket or a device in a folder is passed over at once, and named",
  { timeout: 20_000 },
  async () => {
    await using folder = await storyFolder({ "a.txt": story, "sub/b.txt": shortStory("A tunnel opens") });
    execFileSync("mkfifo", [join(folder.path, "fifo.txt"), join(folder.path, "sub/feed.xml")]);
    await symlink("fifo.txt", join(folder.path, "link.txt"));
    await symlink("/dev/zero", join(folder.path, "zero.txt"));
    const socket = createServer().listen(join(folder.path, "socket.txt"));
    try {
      const { code, stdout, stderr } = await runHere(["parse", folder.path]);
      expect(
        stdout
          .split("\n")
          .slice(0, -1)
          .map((line) => JSON.parse(line).documents.length > 0),
      ).toEqual([false, true, true]);
      expect(stderr).toContain("4 files ignored (a pipe, a socket or a device): ");
      for (const name of ["fifo.txt", "link.txt", "socket.txt", "sub/feed.xml"])
        expect(stderr).toContain(name);
      // The device is outside of the folder.
      expect([code, stderr.match(/zero\.txt: .*/)?.[0]]).toEqual([
        4,
        expect.stringContaining("leads out of the folder"),
      ]);
    } finally {
      socket.close();
    }
  },
);

test("a link that leads out of the imported folder is a problem, and what it leads to is not read", async () => {
  await using outside = await storyFolder({
    "secret.txt": shortStory("A secret"),
    "deep/er.txt": shortStory("Deeper"),
  });
  await using folder = await storyFolder({ "a.txt": story, "in/b.txt": shortStory("A tunnel opens") });
  await symlink(join(outside.path, "secret.txt"), join(folder.path, "c.txt"));
  await symlink("../../../../../../etc/hostname", join(folder.path, "in/d.txt"));
  await symlink(join(outside.path, "deep"), join(folder.path, "deep.txt"));
  await symlink("../a.txt", join(folder.path, "in/e.txt"));
  await symlink("c.txt", join(folder.path, "f.txt"));
  const parsed = await parseAll({ inputs: [folder.path] });
  const told = parsed.map(({ input, documents, problems }) => [
    input.slice(folder.path.length + 1),
    documents.length > 0 ? "read" : problems[0]?.code,
  ]);
  expect(Object.fromEntries(told)).toEqual({
    "a.txt": "read",
    "in/b.txt": "read",
    "in/e.txt": "duplicate-story",
    "c.txt": "link-outside",
    "f.txt": "link-outside",
    "in/d.txt": "link-outside",
    "deep.txt": "link-outside",
  });
  expect(JSON.stringify(parsed)).not.toMatch(/secret/i);
});

test("a folder that is named through a link is imported, with the links inside it", async () => {
  await using folder = await storyFolder({ "real/a.txt": story });
  await symlink("real", join(folder.path, "link"));
  await symlink("a.txt", join(folder.path, "real/b.txt"));
  const { inputs } = await listInputs([join(folder.path, "link")]);
  expect(inputs.map(({ kind }) => kind)).toEqual(["file", "file"]);
});

test.each(noStories)("what is $what is told by its name", ({ what, examples }) => {
  for (const name of examples) expect(noStoryNamed(name), name).toBe(what);
});

test.each([
  [
    '<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
    "urlset",
  ],
  ['<!-- made by a program --><opml version="2.0"><head/></opml>', "opml"],
  ['<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist version="1.0"></plist>', "plist"],
  ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', "svg"],
  ["# robots\n\nUser-agent: *\nDisallow: /private\n", "robots"],
])("%j is no story", (text, what) => {
  expect(noStoryInside(text)).toContain(what);
});

test.each([
  story,
  "<rss><channel/></rss>",
  "<p>An svg is a drawing</p>",
  "Sitemap of a city\n\nThe map was drawn in 1720.",
])("%j may be one", (text) => {
  expect(noStoryInside(text)).toBeUndefined();
});

test("what systems leave in folders is noted, and the program ends with 0", async () => {
  await using folder = await storyFolder({
    "a.txt": story,
    ".DS_Store": "\0\0",
    "Thumbs.db": "\0\0",
    "~$a.txt": "x",
    "a.txt~": "x",
    "__MACOSX/._a.txt": "\0",
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>',
    "robots.txt": "User-agent: *\nDisallow:\n",
  });
  const { code, stdout, stderr } = await runHere(["parse", folder.path]);
  expect([code, stdout.split("\n").length]).toEqual([0, 2]);
  for (const name of [".DS_Store", "Thumbs.db", "~$a.txt", "a.txt~", "__MACOSX", "sitemap.xml", "robots.txt"])
    expect(stderr).toContain(name);
});

test("other kinds of items in an export are noted with their number", async () => {
  const item = (id: number, type: string): string =>
    `<item><title>T${id}</title><link>https://s.example/${id}</link><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status><wp:post_type>${type}</wp:post_type><content:encoded><![CDATA[<p>The council met on Monday.</p>]]></content:encoded></item>`;
  const types = ["post", "page", "page", "nav_menu_item"].map((type, at) => item(at + 1, type)).join("");
  const wxr = `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>S</title>${types}</channel></rss>`;
  await using folder = await storyFolder({ "export.xml": wxr });
  const { code, stderr } = await runHere(["parse", folder.path]);
  expect([code, stderr]).toEqual([0, expect.stringContaining("2 × page, 1 × nav_menu_item")]);
});
