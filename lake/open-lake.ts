import { createLake, type Lake } from "./create-lake.ts";
import { openServices, type ServicesOptions } from "./open-services.ts";

export interface LakeOptions extends ServicesOptions {
  /** Bearer tokens that are accepted. Default: any token. A request without a token is always accepted. */
  readonly tokens?: readonly string[];
}

/**
 * Opens the lake of a data folder.
 *
 * @throws {LakeFileError} When another lake has the folder open, or its file is damaged or cannot be written.
 */
export function openLake({ tokens, ...options }: LakeOptions): Lake {
  return createLake(openServices(options), tokens);
}
