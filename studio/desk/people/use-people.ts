import type { SanityClient } from "@sanity/client";
import { useEffect, useState } from "react";
import { useClient } from "sanity";
import { z } from "zod";

const project = z.object({
  members: z.array(z.object({ id: z.string(), isRobot: z.boolean().default(false) })),
});

const user = z.object({ id: z.string(), displayName: z.string() });
type Colleague = z.infer<typeof user>;

/** `/users/{ids}` answers a list for several ids, and leaves out or nulls those of whom nothing is known. */
const users = z
  .union([user.nullable().transform((one) => [one]), z.array(user.nullable())])
  .transform((all) => all.filter((one) => one !== null));

/** The people who work in the project, by their names: of an embedded lake and of a hosted project alike. */
export async function fetchColleagues(client: SanityClient): Promise<readonly Colleague[]> {
  const { projectId } = client.config();
  const { members } = project.parse(await client.request({ uri: `/projects/${projectId}`, tag: "people" }));
  const ids = members.filter(({ isRobot }) => !isRobot).map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = users.parse(await client.request({ uri: `/users/${ids.join(",")}`, tag: "people" }));
  return found.toSorted((a, b) => a.displayName.localeCompare(b.displayName));
}

/**
 * The people to whom work can be given, as they were when the component appeared. Nobody while they are being fetched, and
 * when they cannot be.
 */
export function usePeople(): readonly Colleague[] {
  const client = useClient({ apiVersion: "2025-02-19" });
  const [people, setPeople] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    let isGone = false;
    fetchColleagues(client).then(
      (found) => {
        if (!isGone) setPeople(found);
      },
      // Whoever wants to choose somebody sees that there is nobody, and can go on working.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [client]);
  return people;
}
