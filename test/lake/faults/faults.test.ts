import { createClient } from "@sanity/client";
import { expect, onTestFinished, test } from "vitest";
import { openLake, rateLimit, serveLake, type Fault, type FaultPlan } from "../../../lake/index.ts";

async function serveWith(faults: FaultPlan) {
  const server = await serveLake(openLake({ dataFolder: ":memory:" }), { port: 0, faults });
  onTestFinished(server.close);
  const client = createClient({
    projectId: "copydesk",
    dataset: "production",
    apiHost: server.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: "2025-02-19",
    maxRetries: 0,
  });
  return { url: server.url, client };
}

/** Does something to the first mutation, and lets every other request through. */
function onFirstMutation(fault: Fault): FaultPlan {
  let isDone = false;
  return ({ path }) => {
    if (isDone || !path.includes("/data/mutate/")) return undefined;
    isDone = true;
    return fault;
  };
}

const note = { _id: "note", _type: "note" };

test("serveLake() with reset-before cuts the connection and does nothing", async () => {
  const { client } = await serveWith(onFirstMutation({ kind: "reset-before" }));
  await expect(client.create(note)).rejects.toThrow();
  expect(await client.getDocument("note")).toBeUndefined();
});

test("serveLake() with drop-answer does what was asked and cuts the connection", async () => {
  const { client } = await serveWith(onFirstMutation({ kind: "drop-answer" }));
  await expect(client.create(note)).rejects.toThrow();
  expect(await client.getDocument("note")).toMatchObject(note);
});

test("serveLake() with refuse answers the status and when to come back", async () => {
  const { client } = await serveWith(onFirstMutation({ kind: "refuse", status: 429, retryAfterSeconds: 3 }));
  await expect(client.create(note)).rejects.toMatchObject({
    statusCode: 429,
    response: { headers: { "retry-after": "3" } },
  });
  expect(await client.getDocument("note")).toBeUndefined();
});

test("serveLake() with latency or a slow body answers all the same", async () => {
  for (const kind of ["latency", "slow-body"] as const) {
    const { client } = await serveWith(onFirstMutation({ kind, delayMs: 5 }));
    expect(await client.create(note)).toMatchObject(note);
  }
});

test("serveLake() with a rate limit refuses the mutation that is one too many, and no query", async () => {
  const { client } = await serveWith(rateLimit({ requestsPerSecond: 2, path: /\/data\/mutate\// }, () => 0));
  await client.createOrReplace(note);
  await client.createOrReplace(note);
  await expect(client.createOrReplace(note)).rejects.toMatchObject({ statusCode: 429 });
  expect(await client.getDocument("note")).toMatchObject(note);
});
