import { z } from "zod";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";

/** Where an import goes. */
export type ImportTarget =
  | {
      readonly kind: "hosted";
      readonly projectId: string;
      readonly dataset: string;
      readonly token: string;
      /** Absent for Sanity's own host. */
      readonly apiHost?: string;
    }
  /** A lake at a known address; it must be running. */
  | { readonly kind: "lake"; readonly url: string; readonly dataset: string; readonly token?: string }
  /** The lake of a data folder: the running one that serves it, or else one opened for this run. */
  | {
      readonly kind: "local";
      readonly dataFolder: string;
      readonly dataset: string;
      readonly token?: string;
    };

/** The flags that choose a target. */
export interface TargetOptions {
  readonly project?: string;
  readonly dataset?: string;
  readonly token?: string;
  readonly api?: string;
  readonly data: string;
}

const filled = z.string().trim().min(1);
/** An unset variable and an empty one mean the same: CI systems pass missing secrets as "". */
const variable = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const environment = z.object({
  SANITY_PROJECT_ID: variable,
  SANITY_DATASET: variable,
  SANITY_TOKEN: variable,
  SANITY_API_HOST: variable,
});

/**
 * Decides where an import goes. Flags beat the environment. A project means hosted Sanity and needs a dataset and a
 * token too; an API address alone names a lake; neither means the lake of the data folder.
 *
 * Pure: reads what it is given, opens nothing.
 *
 * @throws {CliError} When the settings are incomplete or invalid.
 */
export function loadTarget(input: {
  readonly options: TargetOptions;
  readonly env: Readonly<Record<string, string | undefined>>;
}): ImportTarget {
  const { options } = input;
  const env = environment.parse(input.env);
  const projectId = given("--project", options.project) ?? env.SANITY_PROJECT_ID;
  const dataset = given("--dataset", options.dataset) ?? env.SANITY_DATASET;
  const token = given("--token", options.token) ?? env.SANITY_TOKEN;
  const api = given("--api", options.api) ?? env.SANITY_API_HOST;
  const url = api === undefined ? undefined : originOf(api);

  if (projectId !== undefined) {
    if (dataset === undefined) throw missing("a dataset", "Set SANITY_DATASET or pass --dataset.");
    if (token === undefined) {
      throw missing("a token", "Create a token with the Editor role and set SANITY_TOKEN or pass --token.");
    }
    return { kind: "hosted", projectId, dataset, token, ...(url !== undefined && { apiHost: url }) };
  }
  const local = { dataset: dataset ?? "production", ...(token !== undefined && { token }) };
  return url === undefined
    ? { kind: "local", dataFolder: options.data, ...local }
    : { kind: "lake", url, ...local };
}

function given(flag: string, value: string | undefined): string | undefined {
  if (value === undefined || filled.safeParse(value).success) return value?.trim();
  throw new CliError(`Cannot use ${flag}: its value is empty`, {
    exitCode: exitCodes.wrongUsage,
    hint: `Give ${flag} a value, or leave it out.`,
  });
}

function originOf(api: string): string {
  const url = URL.canParse(api) ? new URL(api) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url.origin;
  throw new CliError(`Cannot use API address "${api}": it is not an http or https address`, {
    exitCode: exitCodes.wrongUsage,
    hint: "Give an address such as http://127.0.0.1:3333.",
  });
}

const missing = (what: string, hint: string): CliError =>
  new CliError(`Cannot import into hosted Sanity: a project is set but ${what} is not`, {
    exitCode: exitCodes.wrongUsage,
    hint,
  });
