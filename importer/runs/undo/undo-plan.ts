import type { Mutation } from "../../dataset/mutation.ts";

/** Why something that a run wrote is kept. */
export const keptReasons = [
  "changed since",
  "deleted since",
  "recreated since",
  "published since",
  "unpublished since",
  "in use",
  "an editor is working on a draft of it",
] as const;
export type KeptReason = (typeof keptReasons)[number];

/** Something that a run wrote and that is kept, and why. */
export interface KeptValue {
  readonly id: string;
  /** The field, where it is not the whole document. */
  readonly path?: string;
  /** A {@link KeptReason}, or what the lake said when it refused. */
  readonly why: string;
}

/** How to undo a run, for one story or a part of one. */
export interface UndoPlan {
  readonly mutations: readonly Mutation[];
  /** Ids of the documents that are restored, at least in part. */
  readonly restored: readonly string[];
  readonly kept: readonly KeptValue[];
}

/** A plan that does nothing. */
export const nothingToUndo: UndoPlan = { mutations: [], restored: [], kept: [] };

/** A plan that keeps a document as it is. Pure. */
export const keepDocument = (id: string, why: KeptReason): UndoPlan => ({
  ...nothingToUndo,
  kept: [{ id, why }],
});

/** Joins several plans into one, in order. Pure. */
export const joinPlans = (plans: readonly UndoPlan[]): UndoPlan => ({
  mutations: plans.flatMap(({ mutations }) => mutations),
  restored: plans.flatMap(({ restored }) => restored),
  kept: plans.flatMap(({ kept }) => kept),
});
