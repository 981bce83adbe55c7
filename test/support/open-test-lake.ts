import { createClient, type SanityClient } from "@sanity/client";
import { openLake, serveLake } from "../../lake/index.ts";

/** A lake in memory behind HTTP, with the client that the importer is given, and a count of what reaches it. */
export interface TestLake extends AsyncDisposable {
  readonly url: string;
  readonly client: SanityClient;
  /** Requests so far, by what they ask for: `query`, `mutate`, `actions` and so on. */
  readonly requests: ReadonlyMap<string, number>;
  /** Hands a request to the lake itself. */
  readonly fetch: Answer;
  /** Puts an answer in the way of every request. */
  answer(answer: Answer): void;
  /** Puts an answer in the way of requests; `undefined` lets a request through. */
  intercept(answer: ((request: Request) => Response | undefined) | undefined): void;
  close(): Promise<void>;
}

type Answer = (request: Request) => Promise<Response>;

export interface TestLakeOptions {
  /** In memory unless told. */
  readonly dataFolder?: string;
  readonly tokens?: readonly string[];
  /** Any free one unless told. */
  readonly port?: number;
}

/** Opens a lake on a port of this machine and a real client for it. */
export async function openTestLake(options: TestLakeOptions = {}): Promise<TestLake> {
  const { dataFolder = ":memory:", tokens, port = 0 } = options;
  const requests = new Map<string, number>();
  const lake = openLake({ dataFolder, ...(tokens === undefined ? {} : { tokens: [...tokens] }) });
  const fetch: Answer = (request) => lake.fetch(request);
  let answer = fetch;
  const server = await serveLake(lake, {
    port,
    pages(request) {
      const kind = /\/data\/(\w+)/.exec(new URL(request.url).pathname)?.[1] ?? "other";
      requests.set(kind, (requests.get(kind) ?? 0) + 1);
      return answer(request);
    },
  });
  const close = (): Promise<void> => server.close();
  return {
    url: server.url,
    client: clientOf(server.url),
    requests,
    fetch,
    answer(given) {
      answer = given;
    },
    intercept(given) {
      answer = async (request) => given?.(request) ?? fetch(request);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A client for a lake at an address, configured as the importer asks for. */
export function clientOf(url: string, token = "any"): SanityClient {
  return createClient({
    projectId: "copydesk",
    dataset: "production",
    apiHost: url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: "2025-02-19",
    perspective: "raw",
    token,
  });
}
