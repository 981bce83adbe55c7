import { Hono } from "hono";
import type { LakeEnv, LakeServices } from "../lake-services.ts";

/**
 * What Studio requests while it starts, and an offline lake's answers: nothing to announce, nothing scheduled, no
 * telemetry. Path → answer; `null` is an answer ("there is none").
 */
const answers: readonly (readonly [method: "GET" | "POST", path: string, answer: unknown])[] = [
  ["GET", "/ping", { ok: true }],
  ["GET", "/check/cors", { result: { allowed: true, withCredentials: true } }],
  ["GET", "/help", {}],
  ["GET", "/journey/announcements", []],
  ["GET", "/journey/*", null],
  ["GET", "/intake/telemetry-status", { status: "denied" }],
  ["POST", "/intake/batch", {}],
  ["GET", "/schedules/:project/:dataset", { schedules: [] }],
  ["GET", "/subscriptions/project/:project", null],
];

/** The small answers of {@link answers}, and the one that depends on the lake's datasets. */
export function bootRoutes(services: LakeServices): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  for (const [method, path, answer] of answers) {
    routes.on(method, path, () => Response.json(answer));
  }
  routes.get("/data/ping/:dataset", (context) => {
    services.dataset(context.req.param("dataset"));
    return context.json({ ok: true });
  });
  return routes;
}
