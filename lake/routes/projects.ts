import { Hono } from "hono";
import { plainError } from "../core/lake-error.ts";
import type { LakeEnv, LakeServices, User } from "../lake-services.ts";

/** When the one project of a lake was created; nothing in the lake depends on it. */
const createdAt = "1970-01-01T00:00:00.000Z";

/** wire: evaluated per document in the browser; an empty list would make everything read-only. */
const everything = {
  filter: '_id in path("**")',
  permissions: ["read", "create", "update", "history", "editHistory", "manage"],
};

const administrator = { name: "administrator", title: "Administrator" };

/** The one project of the lake, its datasets, and what its user may do: everything. */
export function projectRoutes(services: LakeServices): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  const { projectId } = services;

  const project = {
    id: projectId,
    displayName: projectId,
    // null keeps Studio from opening one more event stream (`/agent/{organization}/…/listen`).
    organizationId: null,
    studioHost: null,
    metadata: {},
    features: [],
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
    createdAt,
  };

  /** With everybody whom the lake knows, and whoever asks. */
  const projectFor = (me: User): Readonly<Record<string, unknown>> => ({
    ...project,
    members: [...new Set([me.id, ...services.people.all().map(({ id }) => id)])].map((id) => ({
      ...{ id, createdAt, updatedAt: createdAt, isCurrentUser: id === me.id },
      ...{ isRobot: id === me.id && me.kind === "program", role: "administrator", roles: [administrator] },
    })),
  });

  const datasets = (): readonly Readonly<Record<string, unknown>>[] =>
    services
      .datasetNames()
      .map((name) => ({ name, aclMode: "private", createdAt, datasetProfile: "content" }));

  const onlyProject = (id: string): void => {
    // Not the body of the hosted service, `{attributes: {type: "project"}}`: Studio gives up on it.
    if (id !== projectId) {
      throw plainError(404, `Cannot find project "${id}": this lake holds project "${projectId}"`);
    }
  };

  routes.get("/projects", (context) => context.json([projectFor(context.get("user"))]));
  routes.use("/projects/:project/*", async (context, next) => {
    onlyProject(context.req.param("project"));
    await next();
  });
  routes.get("/projects/:project", (context) => {
    onlyProject(context.req.param("project"));
    return context.json(projectFor(context.get("user")));
  });

  // Add-on datasets (comments, tasks) are asked for with `datasetProfile`: the lake has none.
  routes.get("/datasets", (context) =>
    context.json(isContentProfile(context.req.query("datasetProfile")) ? datasets() : []),
  );
  routes.get("/projects/:project/datasets", (context) =>
    context.json(isContentProfile(context.req.query("datasetProfile")) ? datasets() : []),
  );
  routes.on(
    ["PUT", "PATCH", "DELETE"],
    ["/datasets/:dataset", "/projects/:project/datasets/:dataset"],
    (context) => {
      const name = context.req.param("dataset");
      if (context.req.method === "PUT" && services.datasetNames().includes(name)) {
        throw plainError(409, `Cannot create dataset "${name}": it already exists`);
      }
      throw plainError(403, `Cannot change dataset "${name}": a lake's datasets are named when it is opened`);
    },
  );
  routes.get("/projects/:project/datasets/:dataset/acl", (context) => {
    services.dataset(context.req.param("dataset"));
    return context.json([everything]);
  });

  routes.get("/projects/:project/grants", (context) => context.json({}));
  routes.get("/projects/:project/roles", (context) => context.json([]));
  routes.get("/projects/:project/user-applications", (context) => context.json([]));
  routes.get("/projects/:project/new-content-release-allowed", (context) =>
    context.json({
      data: {
        orgActiveReleaseCount: 0,
        orgMeteredActiveReleaseCount: 0,
        datasetReleaseLimit: 100,
        orgActiveReleaseLimit: 100,
      },
    }),
  );
  // Each name here would switch on a part of Studio (comments, tasks, scheduling …) that needs a hosted service.
  routes.get("/features", (context) => context.json([]));

  return routes;
}

function isContentProfile(profile: string | undefined): boolean {
  return profile === undefined || profile === "content";
}
