import { type Context, Hono } from "hono";
import { z } from "zod";
import { plainError } from "../core/lake-error.ts";
import type { LakeEnv, LakeServices, Person, User } from "../lake-services.ts";
import { dropSecret, keepSecret, newSecret, secretIn } from "../people/browser-cookie.ts";
import { personChange, personShape } from "../people/person-shape.ts";
import { readJsonBody } from "../wire/request-body.ts";

/** Of any of the bodies. */
const maxPersonBytes = 10_000;

/** More than a newsroom has on one machine. */
const mostPeople = 500;

const somebody = z.strictObject({ id: z.string().max(100) });

/**
 * `/__lake/people`: the people who work with a lake, and which of them a browser is. Not of Sanity's API.
 *
 * It is a name on what one does and no login: whoever reaches the lake may be anybody, as nobody reaches it but this
 * machine's user. A browser is told apart by a cookie that pages cannot read.
 */
export function peopleRoutes(services: LakeServices): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>();
  const { people, clock } = services;

  const save = (person: Person): void => {
    if (people.save(person)) return;
    throw plainError(409, `Cannot take the name "${person.name}": somebody here has it`);
  };

  const forgetBrowser = (context: Context<LakeEnv>): void => {
    const secret = secretIn(context.req.header("cookie"), people);
    if (secret !== undefined) people.forget(secret);
  };

  /** From now on the browser that asks is that person. */
  const become = (context: Context<LakeEnv>, person: Person): Response => {
    forgetBrowser(context);
    const secret = newSecret();
    people.remember(secret, person.id);
    context.header("set-cookie", keepSecret(secret, people));
    return context.json({ me: person });
  };

  routes.get("/__lake/people", (context) => {
    const me = personIn(context.get("user"));
    return context.json({ me: me ?? null, people: people.all() });
  });

  routes.post("/__lake/people", async (context) => {
    const wanted = await readJsonBody(context.req.raw, personShape, maxPersonBytes);
    if (people.all().length >= mostPeople) {
      throw plainError(403, `Cannot add a person: the lake knows ${mostPeople}, which is the most`);
    }
    const person = { id: `person-${clock.newId()}`, ...wanted };
    save(person);
    return become(context, person);
  });

  routes.put("/__lake/people/me", async (context) => {
    const { id } = await readJsonBody(context.req.raw, somebody, maxPersonBytes);
    const person = people.find(id);
    if (person === undefined) throw plainError(404, `Cannot be "${id}": the lake knows no such person`);
    return become(context, person);
  });

  routes.patch("/__lake/people/me", async (context) => {
    const change = await readJsonBody(context.req.raw, personChange, maxPersonBytes);
    const me = personIn(context.get("user"));
    if (me === undefined)
      throw plainError(404, "Cannot change who this is: it is nobody whom the lake knows");
    const { name = me.name, color = me.color } = change;
    const person = { id: me.id, name, color };
    save(person);
    return context.json({ me: person });
  });

  routes.delete("/__lake/people/me", (context) => {
    forgetBrowser(context);
    context.header("set-cookie", dropSecret(people));
    return context.json({ me: null });
  });

  return routes;
}

const personIn = ({ kind, id, name, color }: User): Person | undefined =>
  kind === "person" ? { id, name, color } : undefined;
