import type { LiveEvent } from "@sanity/client";
import { expect, it, onTestFinished } from "vitest";
import { eventLog } from "./support/event-log.ts";
import { serveTestLake } from "./support/serve-test-lake.ts";

it("client.live.events() hears that published content changed, and not of drafts, by the tags of the answers", async () => {
  const lake = await serveTestLake();
  onTestFinished(() => lake.close());
  const { client } = lake;
  const log = eventLog<LiveEvent>();
  const subscription = client.live.events().subscribe((event) => log.push(event));
  onTestFinished(() => subscription.unsubscribe());
  expect(await log.next()).toMatchObject({ type: "welcome" });
  const query = '*[_type == "story"]{title}';
  const { syncTags: stories = [] } = await client.fetch(query, {}, { filterResponse: false });
  const { syncTags: others = [] } = await client.fetch('*[_id == "b"]', {}, { filterResponse: false });

  await client.create({ _id: "drafts.a", _type: "story" });
  const { _rev } = await client.create({ _id: "a", _type: "story" });
  const told = await log.next();
  expect(told).toMatchObject({ type: "message", id: _rev });
  const tags = told.type === "message" ? told.tags : [];
  expect(stories.length + others.length).toBe(2);
  expect(stories.filter((tag) => tags.includes(tag))).toEqual(stories);
  expect(others.filter((tag) => tags.includes(tag))).toEqual([]);
});

it("who was away hears what they missed, or that all they know is old", async () => {
  const lake = await serveTestLake();
  onTestFinished(() => lake.close());
  const url = `${lake.url}/v2025-02-19/data/live/events/production`;
  const comeBack = async (lastEventId: string): Promise<string> => {
    const answer = await fetch(url, { headers: { "last-event-id": lastEventId } });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!/event: (?:restart|message)[^]*\n\n/.test(text)) text += (await reader?.read())?.value ?? "";
    await reader?.cancel();
    return text;
  };
  const { _rev: first } = await lake.client.create({ _id: "a", _type: "story" });
  const { _rev: second } = await lake.client.create({ _id: "b", _type: "story" });
  const missed = await comeBack(first);
  expect(missed).toMatch(/event: welcome/);
  expect(missed).toContain(`event: message\nid: ${second}\n`);
  expect(await comeBack("unheard-of")).toMatch(/event: restart/);
});
