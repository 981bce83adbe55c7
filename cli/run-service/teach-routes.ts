import type { SanityClient } from "@sanity/client";
import { Hono } from "hono";
import pLimit from "p-limit";
import { z } from "zod";
import { dismissRule, reviewOutlets, teachLine, teachRule } from "../../importer/index.ts";
import { lineRole } from "../../schemas/index.ts";
import { type Job, tellSteps } from "./line-stream.ts";

interface TeachRoutesOptions {
  readonly client: SanityClient;
  /** Whom the lake takes the browser of a request for. */
  readonly userOf: (request: Request) => Promise<string | undefined>;
  /** Answers with what a job says, line by line. */
  readonly answer: (job: Job) => Response;
}

const lineBody = z.strictObject({ line: z.int().positive(), role: lineRole.nullable() });
const ruleBody = z.strictObject({
  shape: z.string().min(1).max(500),
  role: lineRole,
  example: z.string().max(1000).optional(),
  dryRun: z.boolean().default(false),
});
const dismissalBody = ruleBody.omit({ dryRun: true });

/** Who teaches, if the lake does not know the browser: programs of this machine. */
const nobody = "unknown";

/**
 * What editors teach the importer, below `/__copydesk/`:
 *
 * - `GET outlets`: all outlets, how well they are read, and which rules editors may keep; retires rules that are contradicted
 * - `POST stories/<article>/lines`, `{"line": 5, "role": "byline"}`; `null` takes back what was said of the line
 * - `POST outlets/<key>/rules`, `{"shape": …, "role": …, "example": …, "dryRun": true | false}`
 * - `POST outlets/<key>/dismissals`, `{"shape": …, "role": …, "example": …}`
 *
 * The last three answer with lines of JSON: `progress`, then `taught`, `ruled`, `dismissed` or `failed`. What is written is
 * written one after the other. `POST runs/<run>/undo` takes it back.
 */
export function teachRoutes({ client, userOf, answer }: TeachRoutesOptions): Hono {
  const app = new Hono();
  const inTurn = pLimit(1);
  const byOf = async (request: Request): Promise<string> => (await userOf(request)) ?? nobody;

  app.get("/outlets", async (context) =>
    context.json({ outlets: await inTurn(() => reviewOutlets(client)) }),
  );

  app.post("/stories/:article/lines", async (context) => {
    const body = lineBody.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json({ message: 'Cannot teach: expected {"line": …, "role": …}' }, 400);
    const articleId = context.req.param("article");
    const { line, role } = body.data;
    const by = await byOf(context.req.raw);
    return answer((_tell, signal) =>
      inTurn(async () => ({
        kind: "taught",
        ...(await teachLine({ client, articleId, by, line, role: role ?? undefined, signal })),
      })),
    );
  });

  app.post("/outlets/:key/rules", async (context) => {
    const body = ruleBody.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success)
      return context.json({ message: 'Cannot teach: expected {"shape": …, "role": …}' }, 400);
    const outlet = context.req.param("key");
    const by = await byOf(context.req.raw);
    return answer((tell, signal) => {
      const teach = async () => ({
        kind: "ruled",
        ...(await teachRule({ client, outlet, by, ...body.data, signal, onProgress: tellSteps(tell) })),
      });
      return body.data.dryRun ? teach() : inTurn(teach);
    });
  });

  app.post("/outlets/:key/dismissals", async (context) => {
    const body = dismissalBody.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success)
      return context.json({ message: 'Cannot dismiss: expected {"shape": …, "role": …}' }, 400);
    const outlet = context.req.param("key");
    const by = await byOf(context.req.raw);
    return answer((_tell, signal) =>
      inTurn(async () => {
        await dismissRule({ client, outlet, by, ...body.data, signal });
        return { kind: "dismissed" };
      }),
    );
  });

  return app;
}
