import { shortDigestOf } from "../digest.ts";
import type { Mutation } from "./mutation.ts";

/** Mutations that are carried out all together or not at all, and the id by which the lake recognises them. */
export interface Transaction {
  readonly transactionId: string;
  readonly mutations: readonly Mutation[];
}

/** Prefix of the importer's transaction ids, and so of the `_rev` of documents that no one has touched since. */
const transactionPrefix = "import-";

/** The id of an importer's transaction: the same parts always give the same id. Pure. */
export const transactionIdOf = (parts: readonly string[]): string =>
  `${transactionPrefix}${shortDigestOf(parts.join("\n"))}`;

/** Whether the importer was the last to write a document: wire: `_rev` is the id of the last transaction. */
export const isUntouched = ({ _rev }: { readonly _rev: string }): boolean =>
  _rev.startsWith(transactionPrefix);
