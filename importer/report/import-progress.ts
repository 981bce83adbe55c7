/** How far a run is. */
export interface ImportProgress {
  readonly stage: "read" | "upsert";
  /** Stories that have passed the stage. */
  readonly done: number;
  /** Stories in all; unknown where an input may hold any number of them. */
  readonly total: number | undefined;
  /** The story that passed it last. */
  readonly input: string;
}
