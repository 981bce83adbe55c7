import { once } from "node:events";
import fc from "fast-check";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { dataFolderOfTest } from "../support/data-folder.ts";
import { eventLog } from "../support/event-log.ts";
import { serveTestLake, type TestLake } from "../support/serve-test-lake.ts";
import { visit } from "../support/visit.ts";

let lake: TestLake;
beforeEach(async () => void (lake = await serveTestLake()));
afterEach(() => lake.close());

/** Who did what to a document, as Studio's history pane asks for it, newest first. */
const authorsOf = async (id: string): Promise<unknown> => {
  const answer = await lake.client.request({ uri: `/data/history/production/events/documents/${id}` });
  return answer.events[id].map(({ author }: { author: string }) => author);
};

const idOf = async (headers: Record<string, string>): Promise<unknown> => {
  const { id } = await lake.client.withConfig({ headers }).users.getById("me");
  return id;
};

test("whoever says their name is the author of what their browser writes from then on", async () => {
  const nadia = visit(lake);
  const [before] = [await nadia.client().users.getById("me")];
  expect(before.id).toBe("local");
  const id = await nadia.become("Nadia Haddad", "#8E24AA");

  expect(await nadia.client().users.getById("me")).toMatchObject({
    ...{ id, name: "Nadia Haddad", profileImage: expect.stringMatching(/^data:image\/svg\+xml,/) },
    roles: [{ name: "administrator" }],
  });
  await nadia.client().create({ _id: "story", _type: "story" });
  await lake.client.patch("story").set({ title: "x" }).commit();
  expect(await authorsOf("story")).toEqual(["local", id]);
  expect(await lake.client.request({ uri: `/users/${id}` })).toMatchObject({
    ...{ id, displayName: "Nadia Haddad", givenName: "Nadia", familyName: "Haddad", isCurrentUser: false },
    imageUrl: expect.stringContaining(encodeURIComponent("#8e24aa")),
  });
});

test("a browser keeps who it is in a cookie that scripts cannot read and other sites cannot send", async () => {
  const nadia = visit(lake);
  await nadia.become("Nadia");
  expect(nadia.lastSetCookie).toMatch(
    /^lake_[\da-f]{8}=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Strict$/,
  );
});

test("people and the cookies of their browsers survive a restart, and are no other lake's", async () => {
  const folder = dataFolderOfTest();
  const first = await serveTestLake(folder);
  const nadia = visit(first);
  const id = await nadia.become("Nadia");
  await first.close();
  const second = await serveTestLake(folder);
  onTestFinished(() => second.close());
  const cookie = nadia.cookie ?? "";
  const again = second.client.withConfig({ headers: { cookie } });
  expect(await again.users.getById("me")).toMatchObject({ id, name: "Nadia" });
  expect(await idOf({ cookie })).toBe("local");
});

test("several people work in a lake, each in a browser of their own", async () => {
  const [nadia, omar] = [visit(lake), visit(lake)];
  const ids = [await nadia.become("Nadia"), await omar.become("عمر الخطيب", "#2e7d32")];
  await Promise.all([
    nadia.client().create({ _id: "a", _type: "story" }),
    omar.client().create({ _id: "b", _type: "story" }),
  ]);
  expect([await authorsOf("a"), await authorsOf("b")]).toEqual([[ids[0]], [ids[1]]]);
  expect(await omar.send("GET", "/__lake/people")).toEqual({
    status: 200,
    body: {
      me: { id: ids[1], name: "عمر الخطيب", color: "#2e7d32" },
      people: [
        { id: ids[0], name: "Nadia", color: "#1565c0" },
        { id: ids[1], name: "عمر الخطيب", color: "#2e7d32" },
      ],
    },
  });
  expect(await omar.client().projects.getById("copydesk")).toMatchObject({
    members: [
      { id: ids[1], isCurrentUser: true, isRobot: false },
      { id: ids[0], isCurrentUser: false, isRobot: false },
    ],
  });
});

test("a browser becomes somebody whom the lake knows, and its old cookie stands for nobody", async () => {
  const [nadia, other] = [visit(lake), visit(lake)];
  const id = await nadia.become("Nadia");
  await other.become("Omar");
  const old = other.cookie ?? "";
  expect(await other.send("PUT", "/__lake/people/me", { id })).toMatchObject({ body: { me: { id } } });
  expect(await idOf({ cookie: other.cookie ?? "" })).toBe(id);
  expect(await idOf({ cookie: nadia.cookie ?? "" })).toBe(id);
  expect(await idOf({ cookie: old })).toBe("local");
  expect(await other.send("PUT", "/__lake/people/me", { id: "person-none" })).toMatchObject({ status: 404 });
});

test("people change their names and colours, and keep what they did", async () => {
  const nadia = visit(lake);
  const id = await nadia.become("Nadia");
  await nadia.client().create({ _id: "story", _type: "story" });
  expect(await nadia.send("PATCH", "/__lake/people/me", { name: "NADIA" })).toMatchObject({ status: 200 });
  expect(await nadia.send("PATCH", "/__lake/people/me", { color: "#ad1457" })).toMatchObject({
    body: { me: { id, name: "NADIA", color: "#ad1457" } },
  });
  expect(await authorsOf("story")).toEqual([id]);
  expect(await visit(lake).send("PATCH", "/__lake/people/me", { name: "Eve" })).toMatchObject({
    status: 404,
  });
});

test.each([
  ["DELETE", "/__lake/people/me"],
  ["POST", "/v2021-06-07/auth/logout"],
])("%s %s makes the browser nobody again, and takes its cookie back", async (method, path) => {
  const nadia = visit(lake);
  await nadia.become("Nadia");
  const old = nadia.cookie ?? "";
  expect(await nadia.send(method, path)).toMatchObject({ status: 200 });
  expect(nadia.cookie).toBeUndefined();
  expect(await idOf({ cookie: old })).toBe("local");
});

test("a forged cookie stands for nobody", async () => {
  const nadia = visit(lake);
  const id = await nadia.become("Nadia");
  const [name = "", secret = ""] = (nadia.cookie ?? "").split("=");
  for (const cookie of [
    `${name}=${id}`,
    `${name}=${"A".repeat(43)}`,
    `${name}=${secret.slice(1)}`,
    `${name}=${secret}x`,
    `${name}=`,
    `lake_00000000=${secret}`,
    `x${name}=${secret}`,
    `${name}="${secret}"`,
    `${name}=${"A".repeat(43)}; ${name}=${secret}`,
  ]) {
    expect([cookie, await idOf({ cookie })]).toEqual([cookie, "local"]);
  }
  expect(await idOf({ cookie: `a=b;${name}=${secret};c=d` })).toBe(id);
});

test("whatever stands in a Cookie header, the lake answers, and takes nobody for somebody", async () => {
  await visit(lake).become("Nadia");
  const cookie = fc.oneof(
    fc.string(),
    fc.string().map((value) => `lake_${lake.services.people.lakeName}=${value}`),
  );
  await fc.assert(
    fc.asyncProperty(cookie, async (text) => {
      // What is no ASCII never gets here.
      const header = text.replace(/[^\x20-\x7e]/g, "");
      const answer = await fetch(`${lake.url}/v1/users/me`, { headers: { cookie: header } });
      expect(await answer.json()).toMatchObject({ id: "local" });
    }),
    { numRuns: 50 },
  );
});

test.each([
  ["  Nadia\t\n Haddad ", "Nadia Haddad"],
  ["نادية حدّاد", "نادية حدّاد"],
  ["علی\u200cرضا", "علی\u200cرضا"],
  ["Ame\u0301lie", "Amélie"],
  ["李", "李"],
  ["R2", "R2"],
  ["<b>O'Neil & Sons</b>", "<b>O'Neil & Sons</b>"],
])("POST /__lake/people keeps the name %j as %j", async (given, kept) => {
  const somebody = visit(lake);
  await somebody.become(given);
  expect((await somebody.client().users.getById("me")).name).toBe(kept);
});

test.each([
  ["no name", { color: "#1565c0" }],
  ["an empty name", { name: "", color: "#1565c0" }],
  ["a name of spaces", { name: " \u00a0\u3000", color: "#1565c0" }],
  ["a name without a letter", { name: "!?… 🙂", color: "#1565c0" }],
  ["a name that turns the text after it", { name: "Nadia\u202e", color: "#1565c0" }],
  ["a name with a control character", { name: "Na\u0000dia", color: "#1565c0" }],
  ["a name with half a character", { name: "Nadia\ud800", color: "#1565c0" }],
  ["a name of 61 characters", { name: "n".repeat(61), color: "#1565c0" }],
  ["a very long name of spaces", { name: `n${" ".repeat(600)}`, color: "#1565c0" }],
  ["a name that is a number", { name: 7, color: "#1565c0" }],
  ["no colour", { name: "Nadia" }],
  ["a colour by its name", { name: "Nadia", color: "red" }],
  ["a colour that is markup", { name: "Nadia", color: '#12345"' }],
  ["an id", { name: "Nadia", color: "#1565c0", id: "person-x" }],
  ["no object", "Nadia"],
])("POST /__lake/people refuses %s with 400", async (_, body) => {
  const somebody = visit(lake);
  expect(await somebody.send("POST", "/__lake/people", body)).toMatchObject({ status: 400 });
  expect(somebody.cookie).toBeUndefined();
  expect(lake.services.people.all()).toEqual([]);
});

test("no two people have one name, however it is written", async () => {
  await visit(lake).become("Nadia Haddad");
  await visit(lake).become("أحمد");
  const omar = visit(lake);
  await omar.become("Omar");
  for (const name of ["nadia  HADDAD", "Nádia Haddad", "احمد"]) {
    const body = { name, color: "#1565c0" };
    expect([name, await visit(lake).send("POST", "/__lake/people", body)]).toMatchObject([
      name,
      { status: 409 },
    ]);
    expect(await omar.send("PATCH", "/__lake/people/me", { name })).toMatchObject({ status: 409 });
  }
  expect(lake.services.people.all()).toHaveLength(3);
});

test("the lake knows no more than 500 people, and keeps no more than 1,000 browsers", async () => {
  const { people } = lake.services;
  const nadia = visit(lake);
  const id = await nadia.become("Nadia");
  for (let count = 1; count < 500; count += 1)
    people.save({ id: `person-${count}`, name: `N${count}`, color: "#1565c0" });
  const body = { name: "One too many", color: "#1565c0" };
  expect(await visit(lake).send("POST", "/__lake/people", body)).toMatchObject({ status: 403 });
  for (let count = 0; count < 1_000; count += 1) people.remember(`secret ${count}`, id);
  expect(await idOf({ cookie: nadia.cookie ?? "" })).toBe("local");
  expect(people.ofBrowser("secret 0")).toMatchObject({ id });
});

const asProgram = { "x-lake-program": "Importer/8f14e45f-run" };

test("a program that says its name is the author of what it writes", async () => {
  const importer = lake.client.withConfig({ headers: asProgram });
  await importer.create({ _id: "story", _type: "story" });
  expect(await authorsOf("story")).toEqual(["program.Importer.8f14e45f-run"]);
  expect(await lake.client.request({ uri: "/users/program.Importer.8f14e45f-run" })).toMatchObject({
    ...{ displayName: "Importer (8f14e45f-run)", imageUrl: expect.stringMatching(/^data:/) },
  });
  expect(await importer.projects.getById("copydesk")).toMatchObject({ members: [{ isRobot: true }] });
});

test("no page passes for a program: what browsers add gives it away", async () => {
  const nadia = visit(lake);
  const id = await nadia.become("Nadia");
  const cookie = nadia.cookie ?? "";
  expect(await idOf({ ...asProgram, origin: lake.url })).toBe("local");
  expect(await idOf({ ...asProgram, "sec-fetch-site": "same-origin" })).toBe("local");
  expect(await idOf({ ...asProgram, origin: lake.url, cookie })).toBe(id);
});

test.each(["", "/", "Importer/", "1", "Importer/a.b", "Importer/a,b", `${"n".repeat(41)}`, "Importer/a/b"])(
  "a program named %j is nobody",
  async (name) => {
    expect(await idOf({ "x-lake-program": name })).toBe("local");
  },
);

/** A socket of a browser, and what it hears. */
async function connect(path: string, cookie: string | undefined) {
  const headers = { origin: lake.url, ...(cookie === undefined ? {} : { cookie }) };
  const socket = new WebSocket(lake.url.replace("http", "ws") + path, { headers });
  onTestFinished(() => socket.terminate());
  const heard = eventLog<unknown>();
  socket.on("message", (data) => heard.push(JSON.parse(String(data))));
  await once(socket, "open");
  return { socket, heard };
}

test("presence shows each person to the others", async () => {
  const nadia = visit(lake);
  const id = await nadia.become("Nadia");
  const path = "/v2022-06-30/socket/production";
  const [hers, another] = [await connect(path, nadia.cookie), await connect(path, undefined)];
  const call = (socket: WebSocket, method: string, params: object = {}): void =>
    socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
  call(another.socket, "presence_subscribe");
  expect(await another.heard.next()).toMatchObject({ id: 1 });
  call(hers.socket, "presence_announce", { data: { sessionId: "tab", locations: [] } });
  expect(await another.heard.next()).toMatchObject({ params: { result: { i: id, type: "state" } } });
});

test("a stream of the shared connection is its opener's, whatever the page says of itself", async () => {
  const nadia = visit(lake);
  const id = await nadia.become("Nadia");
  const liar = await connect("/__mux", undefined);
  const hers = await connect("/__mux", nadia.cookie);
  const query = encodeURIComponent("*[by == identity()]");
  const path = `/v2025-02-19/data/listen/production?query=${query}&includeAllVersions=true`;
  const lies = { cookie: nadia.cookie ?? "", "x-lake-program": "Importer" };
  for (const { socket, heard } of [liar, hers]) {
    socket.send(JSON.stringify({ t: "open", id: 1, path, headers: socket === liar.socket ? lies : {} }));
    expect(await heard.next()).toMatchObject({ t: "head", status: 200 });
  }
  const until = async (heard: typeof liar.heard, text: string): Promise<string> => {
    for (let all = ""; ;) {
      all += JSON.stringify(await heard.next());
      if (all.includes(text)) return all;
    }
  };
  await lake.client.create({ _id: "hers", _type: "note", by: id });
  await lake.client.create({ _id: "programs", _type: "note", by: "program.Importer" });
  await lake.client.create({ _id: "nobodys", _type: "note", by: "local" });
  expect(await until(hers.heard, "hers")).not.toContain("nobodys");
  expect(await until(liar.heard, "nobodys")).not.toMatch(/hers|programs/);
});
