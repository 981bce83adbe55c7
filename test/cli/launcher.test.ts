import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { runCli, startCli } from "../support/run-cli.ts";
import { temporaryStories, storyText } from "../support/temporary-stories.ts";

/** Makes Node say that it is another version, as far as the launcher can see. */
const asNode = (version: string): string[] => [
  "--import",
  `data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`,
];

test.each(["20.19.0", "22.18.0", process.versions.node])(
  "the bin runs the program on Node %s",
  async (version) => {
    const result = await runCli(["--version"], { node: asNode(version) });
    expect(result).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: "" });
  },
);

test("the bin on an old Node hands on arguments, input, output and exit code", async () => {
  const parsed = await runCli(["parse", "-"], { node: asNode("20.19.0"), input: storyText() });
  expect(parsed.code).toBe(0);
  expect(JSON.parse(parsed.stdout)).toMatchObject({ input: "-" });
  expect((await runCli(["parse", "no-such-file"], { node: asNode("20.19.0") })).code).toBe(2);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "the bin on an old Node passes %s on and ends as the program does",
  async (signal) => {
    const folder = temporaryStories({ "story.txt": storyText() });
    const run = startCli(["parse", folder, "-"], { node: asNode("20.19.0") });
    await run.until(/"input"/);
    run.kill(signal);
    expect((await run.result).code).toBe(130);
  },
);
