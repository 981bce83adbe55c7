import type { Context } from "hono";
import type { Clock } from "./core/clock.ts";
import type { Dataset } from "./core/dataset.ts";

/** A person or program that the lake knows. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Values that Studio keeps for its user: pane layout, sort orders, recent searches. */
export interface SettingsStore {
  get(userId: string, key: string): unknown;
  set(userId: string, key: string, value: unknown): void;
}

/** A copy of the database. */
interface Snapshot {
  readonly path: string;
  /** Takes the copy away again. */
  drop(): Promise<void>;
}

/** What the route handlers have to work with; made once by `openServices`. */
export interface LakeServices {
  readonly projectId: string;
  /** @throws {LakeError} 404 when there is no such dataset. */
  dataset(name: string): Dataset;
  readonly datasetNames: () => readonly string[];
  /** Folder that holds uploaded files, one per content hash. */
  readonly assetFolder: string;
  /**
   * Copies the database as it is at one moment into a file of its own, while it goes on being used.
   *
   * @throws {LakeError} 503 when there is no room for it.
   */
  snapshot(): Promise<Snapshot>;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  /** Aborted when the lake closes: streams end then. */
  readonly closing: AbortSignal;
  /** One line per refused or failed request; never content. */
  readonly log: (line: string) => void;
}

/** What `app.ts` puts into each request's context before a handler sees it. */
export interface LakeEnv {
  Variables: {
    /** The user who sent the request. */
    user: User;
    /** `2025-02-19`, `1` or `X`: the version segment of the path without its `v`. */
    apiVersion: string;
  };
}

/** A handler for paths with these parameters, e.g. `LakeHandler<"dataset" | "ids">`. */
export type LakeHandler<Parameter extends string = never> = (
  context: Context<LakeEnv, `/:${Parameter}`>,
) => Response | Promise<Response>;
