import { expect, test } from "vitest";
import { runCli, runHere } from "../support/run-cli.ts";
import { temporaryStories, storyText } from "../support/temporary-stories.ts";

test("copydesk import --explain prints each line with its role, rule and confidence, and asks no CMS", async () => {
  const { code, stdout, stderr } = await runHere(["import", "--explain", "seeds"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^ +1 +headline +90 % +first-line +لافروف/m);
  expect(stdout).toMatch(/^ +3 +imageAlt 0 /m);
  expect(stdout).toMatch(/^ +12 +subheading /m);
  expect(stdout).toMatch(/^ +30 +infoSources +90 % +source-label$/m);
});

test("copydesk import --explain goes on after a bad file, and ends with 4", async () => {
  const folder = temporaryStories({ "1.txt": new Uint8Array([0xff, 0xff, 0x41]), "2.txt": storyText() });
  const { code, stdout } = await runHere(["import", "--explain", folder]);
  expect(code).toBe(4);
  expect(stdout).toContain("headline");
});

test("copydesk import --explain asks for an input", async () => {
  const { code, stderr } = await runCli(["import", "--explain"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Cannot explain stories: no input was given");
});
