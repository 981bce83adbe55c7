import { createClient } from "@sanity/client";
import { expect, it, onTestFinished } from "vitest";
import { openLake, serveLake } from "../../lake/index.ts";

async function clientOfLake(tokens: readonly string[] | undefined, token: string | undefined) {
  const server = await serveLake(openLake({ dataFolder: ":memory:", ...(tokens ? { tokens } : {}) }), {
    port: 0,
  });
  onTestFinished(() => server.close());
  return createClient({
    projectId: "copydesk",
    dataset: "production",
    apiVersion: "2025-02-19",
    apiHost: server.url,
    useProjectHostname: false,
    useCdn: false,
    ...(token ? { token } : {}),
  });
}

it.each([
  ["no token, whether tokens are listed", ["secret"], undefined],
  ["any token when none are listed", undefined, "anything"],
  ["a listed token", ["other", "secret"], "secret"],
])("the lake answers %s", async (_name, tokens, token) => {
  const client = await clientOfLake(tokens, token);
  expect(await client.fetch("count(*)")).toBe(0);
});

it("the lake refuses a token that is not listed, as an ended session", async () => {
  const client = await clientOfLake(["secret"], "guess");
  await expect(client.fetch("*")).rejects.toMatchObject({
    statusCode: 401,
    response: { body: { errorCode: "SIO-401-ANF", message: "Session not found" } },
  });
});
