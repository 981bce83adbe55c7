import { createClient, type SanityClient } from "@sanity/client";
import type { ImportTarget } from "./load-config.ts";

/** The version that all of the CLI's requests name: the newest with dated semantics that the lake speaks. */
const apiVersion = "2025-02-19";

/** The project that the embedded lake serves. */
const localProjectId = "copydesk";

/** A client for a lake that is served at an address. */
export const lakeClient = (url: string, dataset: string, token?: string): SanityClient =>
  createClient({
    projectId: localProjectId,
    dataset,
    apiHost: url,
    // A lake's one address serves its one project: there is no `<project>.` host in front of it.
    useProjectHostname: false,
    apiVersion,
    useCdn: false,
    perspective: "raw",
    ...(token !== undefined && { token }),
  });

/** A client for a hosted project. */
export const hostedClient = (target: Extract<ImportTarget, { kind: "hosted" }>): SanityClient =>
  createClient({
    projectId: target.projectId,
    dataset: target.dataset,
    token: target.token,
    ...(target.apiHost !== undefined && {
      apiHost: target.apiHost,
      useProjectHostname: !isLoopback(target.apiHost),
    }),
    apiVersion,
    useCdn: false,
    perspective: "raw",
  });

const isLoopback = (url: string): boolean => /^(localhost|127\..*|\[::1\])$/.test(new URL(url).hostname);
