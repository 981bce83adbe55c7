import { Hono } from "hono";
import { z } from "zod";
import { plainError } from "../core/lake-error.ts";
import type { LakeEnv, LakeServices, User } from "../lake-services.ts";

const pairs = z.array(z.object({ key: z.string().min(1).max(512), value: z.json() })).min(1);

/** The local user's session never ends, but clients expect a date. */
const sessionExpiry = "2099-12-31T23:59:59.999Z";

/**
 * Users, their settings and the login that an embedded lake does not need: every request that passed the guard and
 * the token check is the local user's.
 */
export function userRoutes(services: LakeServices): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();

  routes.get("/users/me", (context) => context.json(currentUser(context.get("user"))));

  routes.get("/users/me/keyvalue/:keys", (context) => {
    const { id } = context.get("user");
    const keys = context.req.param("keys").split(",");
    return context.json(keys.map((key) => ({ key, value: services.settings.get(id, key) ?? null })));
  });

  routes.put("/users/me/keyvalue", async (context) => {
    const { id } = context.get("user");
    const parsed = pairs.safeParse(await context.req.json().catch(() => undefined));
    // wire: Studio reads `response[0].key`, so an empty list is refused rather than echoed
    // (sanity 6.9.2 core/store/key-value/storage/serverStorage.ts).
    if (!parsed.success) {
      throw plainError(400, "Cannot save settings: the body is not a list of {key, value} pairs");
    }
    for (const { key, value } of parsed.data) services.settings.set(id, key, value);
    return context.json(parsed.data);
  });

  routes.delete("/users/me/keyvalue/:keys", (context) => {
    const { id } = context.get("user");
    const keys = context.req.param("keys").split(",");
    for (const key of keys) services.settings.set(id, key, null);
    return context.json(keys.map((key) => ({ key, value: null })));
  });

  routes.get("/users/:ids", (context) => {
    const me = context.get("user");
    const users = context.req
      .param("ids")
      .split(",")
      .map((id) => profile(id, me));
    return context.json(users.length === 1 ? users[0] : users);
  });

  routes.get("/auth/id", (context) => context.json({ id: context.get("user").id, expiry: sessionExpiry }));
  routes.get("/auth/providers", (context) => context.json({ providers: [], thirdPartyLogin: false }));
  routes.post("/auth/logout", (context) => context.json({ ok: true }));

  return routes;
}

function currentUser({ id, name, email }: User): Readonly<Record<string, unknown>> {
  const role = { name: "administrator", title: "Administrator" };
  return { id, name, email, profileImage: null, provider: "local", role: role.name, roles: [role] };
}

/** Studio asks for every author it finds, also those of an imported history: an unknown id gets a name too. */
function profile(id: string, me: User): Readonly<Record<string, unknown>> {
  const isCurrentUser = id === me.id;
  const displayName = isCurrentUser ? me.name : id;
  const [givenName = displayName, ...rest] = displayName.split(" ");
  return {
    id,
    displayName,
    givenName,
    familyName: rest.join(" "),
    imageUrl: null,
    ...(isCurrentUser ? { email: me.email } : {}),
    createdAt: "1970-01-01T00:00:00.000Z",
    isCurrentUser,
  };
}
