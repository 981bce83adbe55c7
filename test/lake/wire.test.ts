import { describe, expect, it } from "vitest";
import { readApiPath } from "../../lake/wire/api-path.ts";
import { errorResponse } from "../../lake/wire/error-body.ts";
import { eventStream } from "../../lake/wire/event-stream.ts";

describe("readApiPath()", () => {
  it.each([
    ["/v2025-02-19/data/query/production", "/data/query/production", "2025-02-19"],
    ["/vX/users/me", "/users/me", "X"],
    ["/vx/users/me", "/users/me", "X"],
    ["/v1/ping", "/ping", "1"],
    ["/v1", "/", "1"],
    ["/data/query/production", "/data/query/production", "1"],
    ["//v2024-01-29//data/export/production", "/data/export/production", "2024-01-29"],
    ["/v2025-02-19/projects/p/datasets/d/query", "/data/query/d", "2025-02-19"],
    ["/v2025-02-19/projects/p/datasets/d/doc/a,b", "/data/doc/d/a,b", "2025-02-19"],
    ["/v2025-02-19/projects/p/datasets/d/acl", "/projects/p/datasets/d/acl", "2025-02-19"],
    ["/v2/other", "/v2/other", "1"],
    ["/videos", "/videos", "1"],
  ])("reads %s", (path, rest, apiVersion) => {
    expect(readApiPath(`http://lake${path}`)).toEqual({ path: rest, apiVersion });
  });
});

describe("eventStream()", () => {
  it("ends the subscription when the reader goes away", async () => {
    let subscribed = false;
    const response = eventStream(new AbortController().signal, () => {
      subscribed = true;
      return () => (subscribed = false);
    });
    expect(subscribed).toBe(true);
    await response.body?.cancel();
    expect(subscribed).toBe(false);
  });

  it("ends the stream and the subscription when the lake closes", async () => {
    const closing = new AbortController();
    let subscribed = true;
    const response = eventStream(closing.signal, (send) => {
      send({ event: "welcome", id: "1", data: { text: "one\nline" } });
      return () => (subscribed = false);
    });
    closing.abort();
    expect(await response.text()).toBe(':\n\nevent: welcome\nid: 1\ndata: {"text":"one\\nline"}\n\n');
    expect(subscribed).toBe(false);
  });
});

describe("errorResponse()", () => {
  it("keeps what a bug says from the client and tells the log", async () => {
    const logged: string[] = [];
    const response = errorResponse(new TypeError("secret"), (line) => logged.push(line));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ statusCode: 500, error: "Internal Server Error" });
    expect(logged).toEqual([expect.stringContaining("secret")]);
  });
});
