import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readApiPath } from "../../lake/wire/api-path.ts";
import { errorResponse } from "../../lake/wire/error-body.ts";
import { eventsOf, eventStream, type ServerSentEvent } from "../../lake/wire/event-stream.ts";

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
    expect(readApiPath(path)).toEqual({ path: rest, apiVersion });
  });

  it.each([
    ["//", "/"],
    ["///", "/"],
    ["//evil.example/__mux", "/evil.example/__mux"],
    ["/\\evil.example", "/evil.example"],
    ["/%", "/%"],
    ["*", "/"],
    ["", "/"],
    ["http://[", "/"],
    ["http://a:99999/x", "/"],
  ])("makes something of the target %j", (target, path) => {
    expect(readApiPath(target)).toEqual({ path, apiVersion: "1" });
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

describe("eventsOf()", () => {
  const sinkOf = (log: string[]) => ({
    write: (text: string): void => void log.push(text),
    unread: () => 0,
    close: (): void => void log.push("closed"),
    fail: (error: Error): void => void log.push(error.message),
  });

  it("gives a sink what was sent before it came, what is sent then, and the end", () => {
    const closing = new AbortController();
    let send: ((sent: ServerSentEvent) => void) | undefined;
    const answer = eventStream(closing.signal, (given) => {
      send = given;
      given({ event: "welcome", json: "1" });
      return () => (send = undefined);
    });
    const log: string[] = [];
    eventsOf(answer)?.(sinkOf(log));
    send?.({ event: "mutation", json: "2" });
    closing.abort();
    expect(log).toEqual([":\n\n", "event: welcome\ndata: 1\n\n", "event: mutation\ndata: 2\n\n", "closed"]);
    expect(send).toBe(undefined);
  });

  it("tells a sink of an end that came before it, and the stream of a reader that has gone", () => {
    const closing = new AbortController();
    let subscribed = true;
    const start = (): (() => void) => () => (subscribed = false);
    const leave = eventsOf(eventStream(closing.signal, start))?.(sinkOf([]));
    leave?.();
    expect(subscribed).toBe(false);

    const answer = eventStream(closing.signal, start);
    closing.abort();
    const log: string[] = [];
    eventsOf(answer)?.(sinkOf(log));
    expect(log).toEqual([":\n\n", "closed"]);
    expect(eventsOf(new Response("no events"))).toBe(undefined);
  });
});

describe("eventStream() to a reader that has stopped reading", () => {
  const event = { event: "mutation", data: "x".repeat(1_000_000) };

  /** A stream that nobody reads, and what is known of it. */
  function unread() {
    const closing = new AbortController();
    let send: ((sent: ServerSentEvent) => void) | undefined;
    const state = { subscribed: true, send: (): void => send?.(event) };
    const { body } = eventStream(closing.signal, (given) => {
      send = given;
      return () => (state.subscribed = false);
    });
    return { state, body, closing };
  }

  it("fails, and lets go of what waits, once that is 16 MB", async () => {
    const { state, body, closing } = unread();
    for (let sent = 0; sent < 15; sent += 1) state.send();
    expect(state.subscribed).toBe(true);
    for (let sent = 0; sent < 5; sent += 1) state.send();
    expect(state.subscribed).toBe(false);
    state.send();
    closing.abort();
    await expect(body?.getReader().read()).rejects.toThrow("stopped reading");
  });

  it("fails after a minute, however little waits", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { state, body } = unread();
    vi.advanceTimersByTime(59_000);
    expect(state.subscribed).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(state.subscribed).toBe(false);
    await expect(body?.getReader().read()).rejects.toThrow("stopped reading");
  });

  it("goes on for one that reads", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { state, body } = unread();
    const reader = body?.getReader();
    await reader?.read();
    for (let sent = 0; sent < 40; sent += 1) {
      state.send();
      await reader?.read();
      vi.advanceTimersByTime(10_000);
      await reader?.read();
    }
    expect(state.subscribed).toBe(true);
  });

  it("ends the subscription of a start that sent too much or threw", () => {
    let subscribed = true;
    eventStream(new AbortController().signal, (send) => {
      for (let sent = 0; sent < 20; sent += 1) send(event);
      return () => (subscribed = false);
    });
    expect(subscribed).toBe(false);

    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const starting = (): Response =>
      eventStream(new AbortController().signal, () => {
        throw new Error("no start");
      });
    expect(starting).toThrow("no start");
    expect(vi.getTimerCount()).toBe(0);
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
