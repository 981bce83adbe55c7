import type { SanityClient } from "@sanity/client";
import { z } from "zod";
import { openLake, serveLake, type Lake } from "../../../../lake/index.ts";
import type { Fault } from "../../../../lake/faults/fault.ts";
import { clientOf } from "../../../support/open-test-lake.ts";

const storedDocument = z.looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() });
export type LawDocument = z.infer<typeof storedDocument>;
export type Dataset = ReadonlyMap<string, LawDocument>;

/** What happens around the requests of a client, by their number from 0. */
interface Weather {
  /** What goes wrong with a request. */
  readonly fault?: (request: number) => Fault | undefined;
  /** What somebody else does before the request is handled. */
  readonly before?: (request: number) => Promise<void>;
}

/**
 * A lake in memory on a real port, which can be had empty again for each case. What editors do goes straight to it
 * and counts as no request.
 */
export interface LawLake extends AsyncDisposable {
  readonly client: SanityClient;
  /** What another importer is given: its requests are handled at once, in any weather, and are not counted. */
  readonly otherClient: SanityClient;
  /** Forgets everything. */
  empty(): Promise<void>;
  /** Starts counting requests at 0. */
  setWeather(weather: Weather): void;
  /** Requests since then, and how many of them were mutations. */
  count(): { readonly requests: number; readonly mutations: number };
  /** Performs document actions as Studio does; whether they were taken. */
  act(...actions: readonly object[]): Promise<boolean>;
  mutate(...mutations: readonly object[]): Promise<boolean>;
  read(): Promise<Dataset>;
}

const api = "http://lake/v2025-02-19/data";

export async function openLawLake(): Promise<LawLake> {
  let lake: Lake | undefined;
  let weather: Weather = {};
  let requests = 0;
  let mutations = 0;
  // One request after the other, so that what an editor does between two of them is the same in every run.
  let turn: Promise<unknown> = Promise.resolve();
  const current = (): Lake => (lake ??= openLake({ dataFolder: ":memory:" }));
  const server = await serveLake(openLake({ dataFolder: ":memory:" }), {
    port: 0,
    faults({ path }) {
      if (path.includes("/data/mutate/")) mutations += 1;
      return weather.fault?.(requests++);
    },
    pages(request) {
      const number = requests - 1;
      const answer = turn.then(async () => {
        await weather.before?.(number);
        return current().fetch(request);
      });
      turn = answer.catch(() => undefined);
      return answer;
    },
  });
  const otherServer = await serveLake(openLake({ dataFolder: ":memory:" }), {
    port: 0,
    pages: (request) => current().fetch(request),
  });
  const send = async (kind: "actions" | "mutate", body: object): Promise<boolean> => {
    const request = new Request(`${api}/${kind}/production`, { method: "POST", body: JSON.stringify(body) });
    return (await current().fetch(request)).ok;
  };
  return {
    client: clientOf(server.url),
    otherClient: clientOf(otherServer.url),
    async empty() {
      await lake?.close();
      lake = undefined;
    },
    setWeather(given) {
      weather = given;
      requests = 0;
      mutations = 0;
    },
    count: () => ({ requests, mutations }),
    act: (...actions) => send("actions", { actions }),
    mutate: (...all) => send("mutate", { mutations: all }),
    async read() {
      const answer = await current().fetch(
        new Request(`${api}/query/production?query=*%7Corder(_id)&perspective=raw`),
      );
      const { result } = z.object({ result: z.array(storedDocument) }).parse(await answer.json());
      return new Map(result.map((document) => [document._id, document]));
    },
    async [Symbol.asyncDispose]() {
      await lake?.close();
      await server.close();
      await otherServer.close();
    },
  };
}
