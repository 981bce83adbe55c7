import { Hono } from "hono";
import type { LakeEnv, LakeServices } from "../lake-services.ts";

/** An answer by its method and path; `null` is an answer ("there is none"). */
type Answer = readonly [method: "GET" | "POST", path: string, answer: unknown];

/**
 * What Studio requests while it starts, and an offline lake's answers: nothing to announce, nothing scheduled, no
 * telemetry.
 */
const answers: readonly Answer[] = [
  ["GET", "/ping", { ok: true }],
  ["GET", "/check/cors", { result: { allowed: true, withCredentials: true } }],
  ["POST", "/intake/batch", {}],
];

/** Those that no request changes, of which Studio asks for some several times while it starts. */
const lastingAnswers: readonly Answer[] = [
  ["GET", "/help", {}],
  ["GET", "/journey/announcements", []],
  ["GET", "/journey/*", null],
  ["GET", "/intake/telemetry-status", { status: "denied" }],
  ["GET", "/schedules/:project/:dataset", { schedules: [] }],
  ["GET", "/subscriptions/project/:project", null],
];

/** The small answers of both tables, and the one that depends on the lake's datasets. */
export function bootRoutes(services: LakeServices): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  for (const [method, path, answer] of answers) {
    routes.on(method, path, () => Response.json(answer));
  }
  for (const [method, path, answer] of lastingAnswers) {
    const headers = { "cache-control": "private, max-age=3600" };
    routes.on(method, path, () => Response.json(answer, { headers }));
  }
  routes.get("/data/ping/:dataset", (context) => {
    services.dataset(context.req.param("dataset"));
    return context.json({ ok: true });
  });
  return routes;
}
