import type { Context } from "hono";
import type { Clock } from "./core/clock.ts";
import type { Dataset, DocumentSource, View } from "./core/dataset.ts";

/** A person who works with the lake. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`, in lower case. */
  readonly color: string;
}

/** Whoever sends a request: a person, a program, or the local editor, who has not said who they are. */
export interface User extends Person {
  readonly kind: "person" | "program" | "local";
  readonly email: string;
}

/** The people who work with the lake, and which of them a browser is. */
export interface PeopleStore {
  /** Of this lake alone, for as long as it exists. */
  readonly lakeName: string;
  /** In the order in which they came. */
  all(): readonly Person[];
  find(id: string): Person | undefined;
  /**
   * Adds or changes a person.
   *
   * @returns Whether it did: no two have names that differ in case, accents and the like only.
   */
  save(person: Person): boolean;
  /** Who the browser is that was given a secret. */
  ofBrowser(secret: string): Person | undefined;
  /** From now on, whoever shows the secret is that person. A great many browsers later it may be forgotten. */
  remember(secret: string, personId: string): void;
  /** The secret stands for nobody any more. */
  forget(secret: string): void;
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

/** A GROQ query, and who asks. */
interface AskedQuery {
  readonly dataset: string;
  readonly query: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly view: View;
  readonly userId: string;
  /** The address at which they reach the lake, without a slash at the end. */
  readonly origin: string;
  /** Aborted when they hang up. */
  readonly signal: AbortSignal;
}

interface Answer {
  readonly json: Uint8Array<ArrayBuffer>;
  readonly syncTags: readonly string[];
}

/** One state of a dataset. */
interface DatasetState {
  readonly source: DocumentSource;
  readonly close: () => void;
}

/** What the route handlers have to work with; made once by `openServices`. */
export interface LakeServices {
  readonly projectId: string;
  /** @throws {LakeError} 404 when there is no such dataset. */
  dataset(name: string): Dataset;
  readonly datasetNames: () => readonly string[];
  /**
   * Commits to datasets, in a moment: with all who do so at the same time, who share one wait for the disk.
   *
   * @returns What `work` returns or throws, once that is on stable storage.
   */
  write<Result>(work: () => Result): Promise<Result>;
  /**
   * Evaluates a query, not in this thread, over the documents as they are at some moment after the call.
   *
   * @returns The result as JSON text in UTF-8, and the tags of the changes after which it may be another one.
   * @throws {LakeError} 400 when the query is wrong, or takes more time or memory than it may; 429 when too many wait.
   */
  query(asked: AskedQuery): Promise<Answer>;
  /** A dataset as it is at one moment, to be read a little at a time, however long that takes. Whoever asks has to close it. */
  stateOf(dataset: string): DatasetState;
  /** Folder that holds uploaded files, one per content hash. */
  readonly assetFolder: string;
  /**
   * Copies the database as it is at one moment into a file of its own, while it goes on being used.
   *
   * @throws {LakeError} 503 when there is no room for it.
   */
  snapshot(): Promise<Snapshot>;
  readonly settings: SettingsStore;
  readonly people: PeopleStore;
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
