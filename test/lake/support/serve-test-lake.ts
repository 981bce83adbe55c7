import { createClient, type SanityClient } from "@sanity/client";
import { createLake } from "../../../lake/create-lake.ts";
import { serveLake } from "../../../lake/index.ts";
import type { LakeServices } from "../../../lake/lake-services.ts";
import { openServices, type ServicesOptions } from "../../../lake/open-services.ts";

export interface TestLake {
  /** What the lake works with: only tests reach behind its API. */
  readonly services: LakeServices;
  readonly url: string;
  readonly client: SanityClient;
  /** Lines that the lake logged. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

/** A lake over real HTTP, in memory unless a folder is given. */
export async function serveTestLake(
  dataFolder = ":memory:",
  more: Pick<ServicesOptions, "clock" | "maxQueryMs"> = {},
): Promise<TestLake> {
  const logged: string[] = [];
  const services = openServices({ dataFolder, log: (line) => logged.push(line), ...more });
  const { url, close } = await serveLake(createLake(services), { port: 0 });
  const client = createClient({
    projectId: "copydesk",
    dataset: "production",
    apiVersion: "2025-02-19",
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
  });
  return { services, url, client, logged, close };
}
