import { z } from "zod";
import { patchOperations, type PatchOperations } from "./apply-patch.ts";
import { invalid } from "./rule-violation.ts";

const attributes = z.record(z.string(), z.unknown());

/** The documents that a delete or patch applies to: by id, or those that a query finds when the mutation runs. */
export type DocumentSelection =
  | { readonly ids: readonly string[] }
  | { readonly query: string; readonly params: z.output<typeof attributes> };

const selectors = {
  id: z.union([z.string(), z.array(z.string())]).optional(),
  query: z.string().optional(),
  params: attributes.optional(),
};
const deletion = z.strictObject({ ...selectors, purge: z.boolean().optional() });
const patch = z.strictObject({ ...patchOperations.shape, ...selectors, ifRevisionID: z.string().optional() });

/** One mutation of sanity.io/docs/http-mutations. */
export type ParsedMutation =
  | {
      readonly kind: "create" | "createIfNotExists" | "createOrReplace";
      readonly document: z.output<typeof attributes>;
    }
  | { readonly kind: "delete"; readonly selection: DocumentSelection }
  | {
      readonly kind: "patch";
      readonly selection: DocumentSelection;
      readonly ifRevisionID: string | undefined;
      readonly operations: PatchOperations;
    };

/** @throws {RuleViolation} When the value is not a mutation, or is incomplete. */
export function parseMutation(value: Readonly<Record<string, unknown>>): ParsedMutation {
  const [kind, ...more] = Object.keys(value);
  if (kind === undefined || more.length > 0) {
    throw invalid(`Cannot read mutation: expected one kind of mutation, found ${Object.keys(value).length}`);
  }
  const body = value[kind];
  switch (kind) {
    case "create":
    case "createIfNotExists":
    case "createOrReplace":
      return { kind, document: read(kind, attributes, body) };
    case "delete":
      return { kind, selection: selectionOf(kind, read(kind, deletion, body)) };
    case "patch": {
      const { id, query, params, ifRevisionID, ...operations } = read(kind, patch, body);
      return { kind, selection: selectionOf(kind, { id, query, params }), ifRevisionID, operations };
    }
    default:
      throw invalid(`Cannot read mutation: "${kind}" is not a kind of mutation`);
  }
}

function read<Shape extends z.ZodType>(kind: string, shape: Shape, body: unknown): z.output<Shape> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalid(`Cannot read ${kind} mutation: ${z.prettifyError(parsed.error)}`);
}

function selectionOf(kind: string, { id, query, params = {} }: z.output<typeof deletion>): DocumentSelection {
  if (id !== undefined) return { ids: [id].flat() };
  if (query !== undefined) return { query, params };
  throw invalid(`Cannot read ${kind} mutation: it has neither an id nor a query`);
}
