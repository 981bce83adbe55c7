import { afterAll, beforeAll, expect, test } from "vitest";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeAll(async () => void (lake = await serveTestLake()));
afterAll(() => lake.close());

test.each([
  ["/ping", { ok: true }],
  ["/data/ping/production", { ok: true }],
  ["/check/cors", { result: { allowed: true, withCredentials: true } }],
  ["/help", {}],
  ["/journey/announcements", []],
  ["/journey/trial", null],
  ["/journey/trial/some-id", null],
  ["/intake/telemetry-status", { status: "denied" }],
  ["/schedules/copydesk/production?limit=1", { schedules: [] }],
  ["/data/references/production/documents/a/to", { totalCount: 0, references: [] }],
  ["/subscriptions/project/copydesk", null],
  ["/features", []],
  ["/projects/copydesk/grants", {}],
  ["/projects/copydesk/roles", []],
  ["/projects/copydesk/user-applications", []],
  ["/projects/copydesk/datasets?datasetProfile=comments&addonFor=production", []],
])("GET %s answers %j", async (uri, answer) => {
  const response = await fetch(`${lake.url}/v2025-02-19${uri}`);
  expect([response.status, await response.json()]).toEqual([200, answer]);
});

test("what nothing changes is not asked for twice; what tells that the lake is there is asked each time", async () => {
  const cached = async (uri: string): Promise<string | null> =>
    (await fetch(`${lake.url}/v2025-02-19${uri}`)).headers.get("cache-control");
  expect(await cached("/journey/trial")).toBe("private, max-age=3600");
  expect(await cached("/ping")).toBeNull();
});

test("POST /intake/batch is accepted and forgotten", async () => {
  expect(await lake.client.request({ method: "POST", uri: "/intake/batch", body: [] })).toEqual({});
});

test("GET /projects/{id} describes the project without an organization to listen to", async () => {
  expect(await lake.client.projects.getById("copydesk")).toMatchObject({
    id: "copydesk",
    organizationId: null,
    isBlocked: false,
  });
});

test("GET /projects/{id} of another project is no body that makes Studio give up", async () => {
  const response = await fetch(`${lake.url}/v1/projects/another`);
  const body = await response.json();
  expect(response.status).toBe(404);
  expect(body).toMatchObject({ statusCode: 404, error: "Not Found" });
  expect(body).not.toHaveProperty("attributes");
});

test("GET /datasets lists the datasets of the lake", async () => {
  expect(await lake.client.datasets.list()).toMatchObject([{ name: "production", aclMode: "private" }]);
});

test("GET acl lets the local user do everything everywhere", async () => {
  const acl = await lake.client.request({ uri: "/projects/copydesk/datasets/production/acl" });
  expect(acl).toEqual([
    {
      filter: '_id in path("**")',
      permissions: expect.arrayContaining(["read", "create", "update", "history", "manage"]),
    },
  ]);
});

test("GET acl of an unknown dataset answers 404", async () => {
  const request = lake.client.request({ uri: "/projects/copydesk/datasets/elsewhere/acl" });
  await expect(request).rejects.toMatchObject({ statusCode: 404 });
});

test("PUT /datasets/{name} refuses one that exists with 409 and a new one with a reason", async () => {
  await expect(lake.client.datasets.create("production")).rejects.toMatchObject({ statusCode: 409 });
  await expect(lake.client.datasets.create("staging")).rejects.toMatchObject({
    statusCode: 403,
    message: expect.stringContaining("named when it is opened"),
  });
});

test.each([
  ["GET", "/v1/media-libraries?organizationId=x", "media libraries"],
  ["POST", "/vX/agent/action/generate/production", "AI assistance"],
  ["GET", "/v2025-08-04/hooks/projects/copydesk", "webhooks"],
  ["POST", "/v2024-01-01/comments/production/setup", "comments"],
  ["DELETE", "/v1/wherever", "no such endpoint"],
  ["PUT", "//v1//wherever", "no such endpoint"],
])("%s %s is refused, with the gap named and logged", async (method, path, gap) => {
  const before = lake.logged.length;
  const response = await fetch(lake.url + path, { method });
  const body = await response.json();
  expect(response.status).toBe(404);
  expect(body).toEqual({ statusCode: 404, error: "Not Found", message: expect.stringContaining(gap) });
  expect(lake.logged.slice(before)).toEqual([body.message]);
});
