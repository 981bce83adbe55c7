import type { Mutation } from "../../dataset/mutation.ts";

/** Something that a run wrote and that stays as it is, and why. */
export interface KeptValue {
  readonly id: string;
  /** The field, where it is not the whole document. */
  readonly path?: string;
  readonly why: string;
}

/** How a run is taken back, for one story or for a part of one. */
export interface UndoPlan {
  readonly mutations: readonly Mutation[];
  /** Ids of the documents that get back, at least in part, what they were. */
  readonly restored: readonly string[];
  readonly kept: readonly KeptValue[];
}

/** Nothing has to be done. */
export const nothingToUndo: UndoPlan = { mutations: [], restored: [], kept: [] };

/** Leaves a document as it is. Pure. */
export const keepDocument = (id: string, why: string): UndoPlan => ({
  ...nothingToUndo,
  kept: [{ id, why }],
});

/** Several plans as one, in their order. Pure. */
export const joinPlans = (plans: readonly UndoPlan[]): UndoPlan => ({
  mutations: plans.flatMap(({ mutations }) => mutations),
  restored: plans.flatMap(({ restored }) => restored),
  kept: plans.flatMap(({ kept }) => kept),
});
