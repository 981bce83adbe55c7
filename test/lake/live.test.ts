import type { LiveEvent } from "@sanity/client";
import { expect, it, onTestFinished } from "vitest";
import { eventLog } from "./support/event-log.ts";
import { serveTestLake } from "./support/serve-test-lake.ts";

it("client.live.events() hears that published content changed, and not of drafts", async () => {
  const lake = await serveTestLake();
  onTestFinished(() => lake.close());
  const log = eventLog<LiveEvent>();
  const subscription = lake.client.live.events().subscribe((event) => log.push(event));
  onTestFinished(() => subscription.unsubscribe());
  expect(await log.next()).toMatchObject({ type: "welcome" });
  await lake.client.create({ _id: "drafts.a", _type: "story" });
  const { _rev } = await lake.client.create({ _id: "a", _type: "story" });
  expect(await log.next()).toMatchObject({ type: "restart", id: _rev });
});
