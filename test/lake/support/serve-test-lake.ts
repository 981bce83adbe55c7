import { createClient, type SanityClient } from "@sanity/client";
import { type Lake, openLake, serveLake } from "../../../lake/index.ts";

export interface TestLake {
  readonly lake: Lake;
  readonly url: string;
  readonly client: SanityClient;
  /** Lines that the lake logged. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

/** A lake over real HTTP, in memory unless a folder is given. */
export async function serveTestLake(dataFolder = ":memory:"): Promise<TestLake> {
  const logged: string[] = [];
  const lake = openLake({ dataFolder, log: (line) => logged.push(line) });
  const { url, close } = await serveLake(lake, { port: 0 });
  const client = createClient({
    projectId: "copydesk",
    dataset: "production",
    apiVersion: "2025-02-19",
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
  });
  return { lake, url, client, logged, close };
}
