import type { SanityClient } from "@sanity/client";
import { fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { lakeClient } from "../cli/lake-client.ts";

/** The messages from the lake's process. */
const lakeMessage = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("serving"), url: z.string() }),
  z.object({ kind: z.literal("mutation"), atMs: z.number(), isRefused: z.boolean() }),
  z.object({ kind: z.literal("cost"), peakMb: z.number(), cpuSeconds: z.number() }),
  z.object({ kind: z.literal("indexed") }),
]);
export type LakeMessage = z.infer<typeof lakeMessage>;
type LakeCost = Pick<Extract<LakeMessage, { kind: "cost" }>, "peakMb" | "cpuSeconds">;
export type SeenMutation = Extract<LakeMessage, { kind: "mutation" }>;

/** A lake in a separate process. */
export interface LakeProcess extends AsyncDisposable {
  readonly url: string;
  readonly client: SanityClient;
  /** Resolves when this many mutations have arrived, before the lake handles the last of them. */
  arrival(count: number): Promise<void>;
  /** The mutations that have arrived, including those of every request answered so far. */
  mutations(): Promise<readonly SeenMutation[]>;
  /** Resolves when the lake has no more indexes to make. */
  indexed(): Promise<void>;
  /** The peak memory of the process, and the CPU time it has taken since it began to serve, in all its threads. */
  cost(): Promise<LakeCost>;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** Ends it as Ctrl-C would, unless it has ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

export interface LakeSettings {
  readonly dataFolder: string;
  /** Default: `production`. */
  readonly datasets?: readonly string[];
  /** Default: any free port. */
  readonly port?: number;
  /** The most mutation requests accepted in any second. */
  readonly mutationsPerSecond?: number;
}

/** Starts the lake of a data folder, and waits until it serves. */
export async function startLake({ port = 0, ...settings }: LakeSettings): Promise<LakeProcess> {
  const child = fork(join(import.meta.dirname, "serve-lake.ts"), [JSON.stringify({ port, ...settings })]);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const serving = Promise.withResolvers<string>();
  const seen: SeenMutation[] = [];
  const arrivals = new Map<number, PromiseWithResolvers<void>>();
  let answer: (cost: LakeCost) => void = () => {};
  let hasIndexed: () => void = () => {};
  child.on("message", (value) => {
    const message = lakeMessage.parse(value);
    if (message.kind === "serving") serving.resolve(message.url);
    else if (message.kind === "cost") answer(message);
    else if (message.kind === "indexed") hasIndexed();
    else {
      seen.push(message);
      arrivals.get(seen.length)?.resolve();
    }
  });
  child.once("exit", () => serving.reject(new Error("The lake ended before it served")));

  const cost = (): Promise<LakeCost> =>
    new Promise((resolve) => {
      answer = resolve;
      child.send("cost");
    });
  const url = await serving.promise;
  return {
    url,
    client: lakeClient(url, "production", "any"),
    async arrival(count) {
      if (seen.length >= count) return;
      const arrival = arrivals.get(count) ?? Promise.withResolvers<void>();
      arrivals.set(count, arrival);
      await arrival.promise;
    },
    async mutations() {
      await cost();
      return [...seen];
    },
    cost,
    async indexed() {
      await new Promise<void>((resolve) => {
        hasIndexed = resolve;
        child.send("indexed");
      });
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async [Symbol.asyncDispose]() {
      if (child.connected) child.send("close");
      await ended;
    },
  };
}
