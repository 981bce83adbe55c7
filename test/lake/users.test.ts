import { afterAll, beforeAll, expect, test } from "vitest";
import { serveTestLake, type TestLake } from "./support/serve-test-lake.ts";

let lake: TestLake;
beforeAll(async () => void (lake = await serveTestLake()));
afterAll(() => lake.close());

test("GET /users/me names the local user as an administrator", async () => {
  const me = await lake.client.users.getById("me");
  expect(me).toMatchObject({ id: "local", name: "Local editor", roles: [{ name: "administrator" }] });
});

test("GET /users/{id} answers one user for one id and a list for several", async () => {
  const one = await lake.client.request({ uri: "/users/local" });
  expect(one).toMatchObject({ id: "local", displayName: "Local editor", isCurrentUser: true });
  expect(one.imageUrl).toMatch(/^data:image\/svg\+xml,/);
  const several = await lake.client.request({ uri: "/users/local,gone" });
  expect(several).toMatchObject([
    { id: "local" },
    { id: "gone", displayName: "gone", imageUrl: null, isCurrentUser: false },
  ]);
});

test("who has not said who they are has a name in the language that is asked for", async () => {
  const nameFor = async (language: string): Promise<unknown> => {
    const client = lake.client.withConfig({ headers: { "accept-language": language } });
    const [me, one] = [
      await client.request({ uri: "/users/me" }),
      await client.request({ uri: "/users/local" }),
    ];
    expect(me.name).toBe(one.displayName);
    return me.name;
  };
  expect(await nameFor("ar")).toBe("محرر محلي");
  expect(await nameFor("ar-EG,ar;q=0.9,en;q=0.8")).toBe("محرر محلي");
  expect(await nameFor("en-US,en;q=0.9,ar;q=0.8")).toBe("Local editor");
  expect(await nameFor("fr")).toBe("Local editor");
});

test("GET /users/me/keyvalue answers null for what was never set", async () => {
  const unset = await lake.client.request({ uri: "/users/me/keyvalue/a.b,c" });
  expect(unset).toEqual([
    { key: "a.b", value: null },
    { key: "c", value: null },
  ]);
});

test("PUT /users/me/keyvalue keeps settings until they are deleted", async () => {
  const body = [
    { key: "pane.layout", value: { width: 320, open: ["x"] } },
    { key: "sort", value: null },
  ];
  expect(await lake.client.request({ method: "PUT", uri: "/users/me/keyvalue", body })).toEqual(body);
  expect(await lake.client.request({ uri: "/users/me/keyvalue/pane.layout,sort" })).toEqual(body);
  await lake.client.request({ method: "DELETE", uri: "/users/me/keyvalue/pane.layout" });
  const after = await lake.client.request({ uri: "/users/me/keyvalue/pane.layout" });
  expect(after).toEqual([{ key: "pane.layout", value: null }]);
});

test.each([[[]], [{ key: "a", value: 1 }], [[{ value: 1 }]], ["text"]])(
  "PUT /users/me/keyvalue refuses %j with 400",
  async (body) => {
    const request = lake.client.request({ method: "PUT", uri: "/users/me/keyvalue", body });
    await expect(request).rejects.toMatchObject({ statusCode: 400 });
  },
);

test("GET /auth/id says who is logged in, and until when", async () => {
  const session = await lake.client.request({ uri: "/auth/id" });
  expect(session.id).toBe("local");
  expect(Date.parse(session.expiry)).toBeGreaterThan(Date.now());
});

test("GET /auth/providers offers no log-in form, and a log-out is accepted", async () => {
  expect(await lake.client.request({ uri: "/auth/providers" })).toMatchObject({ providers: [] });
  expect(await lake.client.request({ method: "POST", uri: "/auth/logout" })).toEqual({ ok: true });
});
