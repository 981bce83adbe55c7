import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { createClient, type SanityClient } from "@sanity/client";
import { Hono } from "hono";
import { guard } from "../../../lake/guard.ts";
import { systemClock } from "../../../lake/core/clock.ts";
import type { Dataset, LakeDocument } from "../../../lake/core/dataset.ts";
import { LakeError, plainError } from "../../../lake/core/lake-error.ts";
import type { LakeEnv, LakeServices } from "../../../lake/lake-services.ts";
import { uploadAsset } from "../../../lake/routes/assets.ts";
import { bootRoutes } from "../../../lake/routes/boot.ts";
import { serveAsset } from "../../../lake/routes/images.ts";
import { projectRoutes } from "../../../lake/routes/projects.ts";
import { unsupported } from "../../../lake/routes/unsupported.ts";
import { userRoutes } from "../../../lake/routes/users.ts";

export interface EdgeLake {
  readonly url: string;
  readonly client: SanityClient;
  readonly services: LakeServices;
  /** Lines that the lake logged. */
  readonly logged: readonly string[];
  /** Forgets a document, as a delete does. */
  remove(id: string): void;
  close(): Promise<void>;
}

/** The routes around the core, over real HTTP, on a dataset that only knows `createIfNotExists`. */
export async function openEdgeLake(limits?: { readonly maxBytes: number }): Promise<EdgeLake> {
  const folder = await mkdtemp(join(tmpdir(), "edge-lake-"));
  const documents = new Map<string, LakeDocument>();
  const settings = new Map<string, unknown>();
  const logged: string[] = [];
  const production: Dataset = {
    name: "production",
    documents: (ids) => ids.flatMap((id) => documents.get(id) ?? []),
    commit({ mutations }) {
      const now = systemClock.now().toISOString();
      for (const { createIfNotExists } of mutations) {
        if (!isNewDocument(createIfNotExists)) throw new Error("BUG: the fake dataset only creates");
        const { _id } = createIfNotExists;
        const system = { _rev: systemClock.newId(), _createdAt: now, _updatedAt: now };
        if (!documents.has(_id)) documents.set(_id, { ...createIfNotExists, ...system });
      }
      return { transactionId: systemClock.newId(), results: [] };
    },
    subscribe: () => () => undefined,
  };
  const services: LakeServices = {
    projectId: "copydesk",
    dataset(name) {
      if (name !== "production") throw plainError(404, `Cannot find dataset "${name}"`);
      return production;
    },
    datasetNames: () => ["production"],
    assetFolder: join(folder, "assets"),
    settings: {
      get: (user, key) => settings.get(`${user} ${key}`),
      set: (user, key, value) => void settings.set(`${user} ${key}`, value),
    },
    clock: systemClock,
    log: (line) => logged.push(line),
  };
  const server = serve({ fetch: edgeApp(services, limits).fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("BUG: no port");
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    services,
    logged,
    client: createClient({
      projectId: "copydesk",
      dataset: "production",
      apiVersion: "2025-02-19",
      apiHost: url,
      useProjectHostname: false,
      useCdn: false,
    }),
    remove: (id) => void documents.delete(id),
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

function edgeApp(services: LakeServices, limits?: { readonly maxBytes: number }): Hono<LakeEnv> {
  const api = new Hono<LakeEnv>();
  api.post("/assets/:kind{images|files}/:dataset", uploadAsset(services, limits));
  api.route("/", userRoutes(services)).route("/", projectRoutes(services)).route("/", bootRoutes(services));

  const app = new Hono<LakeEnv>();
  app.use(guard());
  app.use(async (context, next) => {
    context.set("user", { id: "local", name: "Local Editor", email: "editor@localhost" });
    await next();
  });
  app.get("/images/*", serveAsset(services)).get("/files/*", serveAsset(services));
  app.route("/:version{v[^/]+}", api);
  app.all("*", unsupported(services));
  app.onError((error) => {
    if (!(error instanceof LakeError)) throw error;
    return Response.json(error.body, { status: error.status });
  });
  return app;
}

function isNewDocument(value: unknown): value is { readonly _id: string; readonly _type: string } {
  return typeof value === "object" && value !== null && "_id" in value && "_type" in value;
}
