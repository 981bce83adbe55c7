import type { SanityClient } from "@sanity/client";
import { Hono } from "hono";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ImportError, listDeadLetters, undoRun } from "../../importer/index.ts";
import { CliError } from "../cli-error.ts";
import { deadLetterFolder } from "../dead-letter-folder.ts";
import { type Job, lineStream, tellSteps } from "./line-stream.ts";
import { isFromOwnPage } from "./own-page.ts";
import { retryRun } from "./retry-run.ts";
import { teachRoutes } from "./teach-routes.ts";
import { undoAnswer } from "./undo-answer.ts";

/** What the Studio on this machine asks of the importer. */
export interface RunService {
  /** Answers what is below `/__copydesk/`; `undefined` for everything else. */
  answer(request: Request): Promise<Response> | undefined;
  /** Ends what is under way: none of it is lost, and doing it again completes it. */
  stop(): Promise<void>;
}

interface RunServiceOptions {
  readonly client: SanityClient;
  readonly dataFolder: string;
  readonly log: (line: string) => void;
}

const undoBody = z.strictObject({ dryRun: z.boolean() });

/**
 * The importer's work on runs, for pages of this server alone:
 *
 * - `GET /__copydesk/runs`: of which runs failed stories are saved here, to be tried again
 * - `POST /__copydesk/runs/<run>/undo`, `{"dryRun": true | false}`
 * - `POST /__copydesk/runs/<run>/retry`
 *
 * The last two answer with lines of JSON while they work: `progress`, then `undone`, `retried` or `failed`. One of them works
 * on a run at a time. What else there is to ask, `teachRoutes` says.
 */
export function openRunService({ client, dataFolder, log }: RunServiceOptions): RunService {
  const stopping = new AbortController();
  const working = new Map<string, Promise<object>>();
  const app = new Hono();

  app.use(async (context, next) => {
    if (isFromOwnPage(context.req.raw)) return next();
    return context.json({ message: "Cannot do this for another page: only the Studio here may ask" }, 403);
  });

  app.get("/__copydesk/runs", async (context) =>
    context.json({ retriable: await listDeadLetters(deadLetterFolder(dataFolder)) }),
  );

  app.post("/__copydesk/runs/:run/undo", async (context) => {
    const run = context.req.param("run");
    const body = undoBody.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json({ message: 'Cannot undo: expected {"dryRun": …}' }, 400);
    const by = await userOf(client, context.req.raw);
    return work(run, async (tell, signal) =>
      undoAnswer(await undoRun({ client, run, by, ...body.data, signal, onProgress: tellSteps(tell) })),
    );
  });

  app.post("/__copydesk/runs/:run/retry", (context) => {
    const run = context.req.param("run");
    return work(run, async (tell, signal) => {
      const summary = await retryRun({ client, dataFolder, run, signal, onProgress: tellSteps(tell) });
      return { kind: "retried", ...summary, notes: [] };
    });
  });

  app.route(
    "/__copydesk",
    teachRoutes({
      client,
      userOf: (request) => userOf(client, request),
      answer: (job) => stream(randomUUID(), job),
    }),
  );

  /** Does something to a run unless something is being done to it. */
  function work(run: string, job: Job): Response {
    if (working.has(run)) {
      return Response.json(
        { message: `Cannot work on run "${run}": it is being worked on` },
        { status: 409 },
      );
    }
    return stream(run, job);
  }

  function stream(name: string, job: Job): Response {
    return lineStream((tell, signal) => {
      const done = job(tell, signal)
        .catch((error: unknown) => failure(error, log))
        .finally(() => working.delete(name));
      working.set(name, done);
      return done;
    }, stopping.signal);
  }

  return {
    answer(request) {
      if (!new URL(request.url).pathname.startsWith("/__copydesk/")) return undefined;
      return Promise.resolve(app.fetch(request));
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(working.values());
    },
  };
}

/** Whom the lake takes a browser for, by its cookie. */
async function userOf(client: SanityClient, request: Request): Promise<string | undefined> {
  const headers = { cookie: request.headers.get("cookie") ?? "" };
  const answer: unknown = await client.withConfig({ headers }).request({ uri: "/users/me" });
  return z.object({ id: z.string() }).safeParse(answer).data?.id;
}

function failure(error: unknown, log: (line: string) => void): object {
  if (error instanceof ImportError || error instanceof CliError) {
    return { kind: "failed", message: error.message, hint: error.hint };
  }
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return { kind: "failed", message: "Cannot go on: the program failed", hint: "Look at what it says." };
}
