import { type Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import { z } from "zod";
import { maxMutationBytes } from "../core/limits.ts";
import type { LakeEnv, LakeServices, User } from "../lake-services.ts";
import { dropSecret, secretIn } from "../people/browser-cookie.ts";
import { languagesOfNames, nameIn } from "../people/name-in.ts";
import { profileImage } from "../people/profile-image.ts";
import { userById } from "../people/user-of.ts";
import { readJsonBody } from "../wire/request-body.ts";

// wire: Studio reads `response[0].key`, so an empty list is refused rather than echoed
// (sanity 6.9.2 core/store/key-value/storage/serverStorage.ts).
const pairs = z.array(z.object({ key: z.string().min(1).max(512), value: z.json() })).min(1);

/** A session never ends by itself, but clients expect a date. */
const sessionExpiry = "2099-12-31T23:59:59.999Z";

/**
 * Users, their settings and the login that an embedded lake does not need: every request that passed the guard and the
 * token check may do everything, whoever sends it.
 */
export function userRoutes(services: LakeServices): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  const { people } = services;

  routes.get("/users/me", (context) => context.json(currentUser(named(context, context.get("user")))));

  routes.get("/users/me/keyvalue/:keys", (context) => {
    const { id } = context.get("user");
    const keys = context.req.param("keys").split(",");
    return context.json(keys.map((key) => ({ key, value: services.settings.get(id, key) ?? null })));
  });

  routes.put("/users/me/keyvalue", async (context) => {
    const { id } = context.get("user");
    const settings = await readJsonBody(context.req.raw, pairs, maxMutationBytes);
    for (const { key, value } of settings) services.settings.set(id, key, value);
    return context.json(settings);
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
      .map((id) => {
        const user = id === me.id ? me : userById(people, id);
        return profile(id, user && named(context, user), me);
      });
    return context.json(users.length === 1 ? users[0] : users);
  });

  routes.get("/auth/id", (context) => context.json({ id: context.get("user").id, expiry: sessionExpiry }));
  routes.get("/auth/providers", (context) => context.json({ providers: [], thirdPartyLogin: false }));
  routes.post("/auth/logout", (context) => {
    const secret = secretIn(context.req.header("cookie"), people);
    if (secret !== undefined) {
      people.forget(secret);
      context.header("set-cookie", dropSecret(people));
    }
    return context.json({ ok: true });
  });

  return routes;
}

/** A user under the name that whoever asks reads. */
function named(context: Context<LakeEnv>, user: User): User {
  const language = accepts(context, {
    header: "Accept-Language",
    supports: [...languagesOfNames],
    default: languagesOfNames[0] ?? "",
  });
  context.header("vary", "accept-language", { append: true });
  return { ...user, name: nameIn(language, user) };
}

function currentUser(user: User): Readonly<Record<string, unknown>> {
  const { id, name, email } = user;
  const role = { name: "administrator", title: "Administrator" };
  return {
    ...{ id, name, email, profileImage: profileImage(user) },
    ...{ provider: "local", role: role.name, roles: [role] },
  };
}

/** Studio asks for every author it finds, also those of an imported history: an unknown id gets a name too. */
function profile(id: string, user: User | undefined, me: User): Readonly<Record<string, unknown>> {
  const isCurrentUser = id === me.id;
  const displayName = user?.name ?? id;
  const [givenName = displayName, ...rest] = displayName.split(" ");
  return {
    id,
    displayName,
    givenName,
    familyName: rest.join(" "),
    imageUrl: user === undefined ? null : profileImage(user),
    ...(isCurrentUser ? { email: me.email } : {}),
    createdAt: "1970-01-01T00:00:00.000Z",
    isCurrentUser,
  };
}
