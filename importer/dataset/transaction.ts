import { shortDigestOf } from "../digest.ts";
import type { Mutation } from "./mutation.ts";

/** Mutations that are carried out all at once or not at all, and the id by which the lake knows them again. */
export interface Transaction {
  readonly transactionId: string;
  readonly mutations: readonly Mutation[];
}

/** Start of every transaction id of the importer, and so of the `_rev` of what nobody has touched since. */
const transactionPrefix = "import-";

/** The id of a transaction of the importer: the same parts always give the same one. Pure. */
export const transactionIdOf = (parts: readonly string[]): string =>
  `${transactionPrefix}${shortDigestOf(parts.join("\n"))}`;

/** Whether the importer was the last to write a document: wire: `_rev` is the id of the last transaction. */
export const isUntouched = ({ _rev }: { readonly _rev: string }): boolean =>
  _rev.startsWith(transactionPrefix);
