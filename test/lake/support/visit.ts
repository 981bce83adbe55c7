import type { SanityClient } from "@sanity/client";
import { z } from "zod";
import type { TestLake } from "./serve-test-lake.ts";

/** A browser that visits a lake, and sends back the cookie that it was given last. */
export interface Visit {
  /** What it sends as `Cookie`. */
  readonly cookie: string | undefined;
  /** The whole of the last `Set-Cookie`. */
  readonly lastSetCookie: string | undefined;
  /** A real client that shows the cookie as it is now. */
  client(): SanityClient;
  send(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  /** Adds somebody, whom the browser then is. @returns Their id. */
  become(name: string, color?: string): Promise<string>;
}

const joined = z.object({ me: z.object({ id: z.string() }) });

/** @param lake Whose address is asked. */
export function visit(lake: Pick<TestLake, "url" | "client">): Visit {
  let cookie: string | undefined;
  let lastSetCookie: string | undefined;
  const headers = (): Record<string, string> => (cookie === undefined ? {} : { cookie });
  const send: Visit["send"] = async (method, path, body) => {
    const answer = await fetch(lake.url + path, {
      method,
      headers: headers(),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) {
      lastSetCookie = set;
      cookie = set.includes("Max-Age=0") ? undefined : set.split(";")[0];
    }
    return { status: answer.status, body: await answer.json() };
  };
  return {
    get cookie() {
      return cookie;
    },
    get lastSetCookie() {
      return lastSetCookie;
    },
    client: () => lake.client.withConfig({ headers: headers() }),
    send,
    async become(name, color = "#1565c0") {
      const { body } = await send("POST", "/__lake/people", { name, color });
      return joined.parse(body).me.id;
    },
  };
}
