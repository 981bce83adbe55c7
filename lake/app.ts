import { Hono, type MiddlewareHandler } from "hono";
import { sessionNotFound } from "./core/lake-error.ts";
import type { LakeEnv, LakeServices } from "./lake-services.ts";
import { userOf } from "./people/user-of.ts";
import { muxClient } from "./routes/mux-client.ts";
import { actionsFlagRoute, actionsRoute } from "./routes/actions.ts";
import { uploadAsset } from "./routes/assets.ts";
import { backupRoute } from "./routes/backup.ts";
import { bootRoutes } from "./routes/boot.ts";
import { docRoute } from "./routes/doc.ts";
import { exportRoute } from "./routes/export.ts";
import {
  documentEventsRoute,
  releaseEventsRoute,
  revisionsRoute,
  transactionsRoute,
} from "./routes/history.ts";
import { serveAsset } from "./routes/images.ts";
import { listenRoute } from "./routes/listen.ts";
import { liveEventsRoute } from "./routes/live.ts";
import { mutateRoute } from "./routes/mutate.ts";
import { peopleRoutes } from "./routes/people.ts";
import { projectRoutes } from "./routes/projects.ts";
import { queryRoute } from "./routes/query.ts";
import { referencesRoute } from "./routes/references.ts";
import { unsupported } from "./routes/unsupported.ts";
import { userRoutes } from "./routes/users.ts";
import { readApiPath } from "./wire/api-path.ts";
import { errorResponse } from "./wire/error-body.ts";

/**
 * The lake's HTTP routes. Paths are written without the version segment, which `readApiPath` removes.
 *
 * @param tokens Bearer tokens that are accepted; `undefined` accepts any.
 */
export function createApp(services: LakeServices, tokens?: readonly string[]): Hono<LakeEnv> {
  const app = new Hono<LakeEnv>({ getPath: (request) => readApiPath(request.url).path });
  app.use(identify(services, tokens));

  app.on(["GET", "POST"], "/data/query/:dataset", queryRoute(services));
  app.post("/data/mutate/:dataset", mutateRoute(services));
  app.post("/data/actions/:dataset", actionsRoute(services));
  app.get("/data/actions/:dataset", actionsFlagRoute(services));
  app.get("/data/doc/:dataset/:ids", docRoute(services));
  app.get("/data/listen/:dataset", listenRoute(services));
  app.get("/data/live/events/:dataset", liveEventsRoute(services));
  app.get("/data/export/:dataset", exportRoute(services));
  app.get("/data/references/:dataset/documents/:id/to", referencesRoute(services));
  app.get("/data/history/:dataset/documents/:ids", revisionsRoute(services));
  app.get("/data/history/:dataset/transactions/:ids?", transactionsRoute(services));
  app.get("/data/history/:dataset/events/documents/:id", documentEventsRoute(services));
  app.get("/data/history/:dataset/events/releases/:id", releaseEventsRoute(services));
  app.post("/assets/:kind/:dataset", uploadAsset(services));
  app.get("/images/*", serveAsset(services));
  app.get("/files/*", serveAsset(services));
  app.get("/__mux/client.js", muxClient());
  app.post("/__lake/backup", backupRoute(services));
  app.route("/", peopleRoutes(services));
  app.route("/", userRoutes(services));
  app.route("/", projectRoutes(services));
  app.route("/", bootRoutes(services));

  app.notFound(unsupported(services));
  app.onError((error) => errorResponse(error, services.log));
  return app;
}

/** Tells handlers the user and the API version of a request. */
function identify(
  { people }: LakeServices,
  tokens: readonly string[] | undefined,
): MiddlewareHandler<LakeEnv> {
  return async (context, next) => {
    const authorization = context.req.header("authorization");
    const token = authorization && /^bearer\s+(.+)$/i.exec(authorization)?.[1];
    if (authorization && tokens && !(token && tokens.includes(token))) throw sessionNotFound();
    context.set(
      "user",
      userOf(people, (name) => context.req.header(name)),
    );
    context.set("apiVersion", readApiPath(context.req.url).apiVersion);
    await next();
  };
}
