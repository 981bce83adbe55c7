import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createClient, type SanityClient } from "@sanity/client";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { LakeFileError, openLake } from "../../lake/index.ts";
import { openServices } from "../../lake/open-services.ts";
import { forHours, worstQuery } from "./support/worst-query.ts";

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "lake-test-"));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

interface LakeProcess {
  readonly client: SanityClient;
  kill(): Promise<void>;
}

async function startLake(): Promise<LakeProcess> {
  const program = fileURLToPath(new URL("support/lake-process.ts", import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [program, dataFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await exited;
  };
  onTestFinished(kill);
  if (!child.stdout) throw new Error("the process has no output");
  const [apiHost] = (await Promise.race([
    new Promise<string[]>((resolve) =>
      createInterface({ input: child.stdout ?? process.stdin }).once("line", (line) => resolve([line])),
    ),
    exited.then((): string[] => expect.fail("the lake did not start")),
  ])) satisfies string[];
  const client = createClient({
    projectId: "copydesk",
    dataset: "production",
    apiVersion: "2025-02-19",
    perspective: "raw",
    useProjectHostname: false,
    useCdn: false,
    maxRetries: 0,
    ...(apiHost ? { apiHost } : {}),
  });
  return { client, kill };
}

describe("a lake that is killed", () => {
  it("has every commit that it acknowledged, and no half of any other", async () => {
    const first = await startLake();
    const acknowledged: string[] = [];
    // Writers are still busy when the process dies.
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let index = 0; ; index += 1) {
        const id = `w${writer}-${index}`;
        await first.client
          .transaction()
          .create({ _id: id, _type: "s" })
          .create({ _id: `${id}-pair`, _type: "s" })
          .commit();
        acknowledged.push(id);
        if (acknowledged.length === 25) await first.kill();
      }
    });
    await Promise.allSettled(writers);
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);

    const second = await startLake();
    const ids = new Set(await second.client.fetch<string[]>("*._id"));
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    const halves = [...ids].filter(
      (id) => !ids.has(id.endsWith("-pair") ? id.slice(0, -"-pair".length) : `${id}-pair`),
    );
    expect(halves).toEqual([]);
    const history = await second.client.request({ uri: "/data/history/production/transactions?limit=1000" });
    expect(String(history).split("\n").filter(Boolean)).toHaveLength(ids.size / 2);
  });

  it("in the midst of a query leaves a folder that opens again", async () => {
    const first = await startLake();
    await first.client.create({ _id: "a", _type: "s" });
    const asked = first.client.fetch(worstQuery, forHours).catch((error: unknown) => error);
    expect(await first.client.fetch("*._id")).toEqual(["a"]);
    await first.kill();
    expect(await asked).toBeInstanceOf(Error);
    const lake = openServices({ dataFolder });
    onTestFinished(() => lake.close());
    expect(lake.dataset("production").documents(["a"])).toMatchObject([{ _id: "a" }]);
  });
});

describe("openLake()", () => {
  it("keeps documents, history and settings from one run to the next", async () => {
    const first = openServices({ dataFolder });
    const { transactionId } = first
      .dataset("production")
      .commit({ author: "local", mutations: [{ create: { _id: "a", _type: "story", text: "الهدنة" } }] });
    first.settings.set("local", "pane", { width: 3 });
    first.close();

    const second = openServices({ dataFolder });
    onTestFinished(() => second.close());
    const dataset = second.dataset("production");
    expect(dataset.documents(["a"])).toMatchObject([{ _rev: transactionId, text: "الهدنة" }]);
    expect([...dataset.history({})]).toMatchObject([{ transactionId, sequence: 1 }]);
    expect(second.settings.get("local", "pane")).toEqual({ width: 3 });
  });

  it("keeps datasets apart", async () => {
    const lake = openServices({ dataFolder, datasets: ["one", "two"] });
    onTestFinished(() => lake.close());
    const create = {
      author: "local",
      transactionId: "t",
      mutations: [{ create: { _id: "a", _type: "story" } }],
    };
    lake.dataset("one").commit(create);
    expect(lake.dataset("two").documents(["a"])).toEqual([]);
    lake.dataset("two").commit(create);
    expect([...lake.dataset("two").history({})]).toHaveLength(1);
    expect(() => lake.dataset("three")).toThrow('Dataset "three" not found');
  });

  it("refuses a folder that another lake serves, in this process or another, and takes it when that one is gone", async () => {
    const other = await startLake();
    expect(() => openLake({ dataFolder })).toThrow(
      new LakeFileError("in-use", "another Content Lake is using it"),
    );
    await other.kill();
    const lake = openLake({ dataFolder });
    expect(() => openLake({ dataFolder })).toThrow("another Content Lake is using it");
    await lake.close();
    await lake.close();
    await openLake({ dataFolder }).close();
  });
});
