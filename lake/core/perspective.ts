import type { View } from "./dataset.ts";
import { draftsLayer, publishedLayer, releaseLayer } from "./document-id.ts";
import { plainError } from "./lake-error.ts";

/** Since this version, queries see published documents by default, and `versions.**` exist. */
const modernVersion = "2025-02-19";

/** Whether an API version (`2025-02-19`, `1`, `X`) has the perspectives of 2025-02-19. */
export function isModernVersion(apiVersion: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(apiVersion)
    ? apiVersion >= modernVersion
    : apiVersion.toUpperCase() === "X";
}

/**
 * The view that a perspective names (sanity.io/docs/perspectives).
 *
 * @param perspective `raw`, `published`, `drafts`, `previewDrafts`, or a comma-separated stack of releases and
 * `drafts`, the first having priority; absent means the default of the API version.
 * @throws {LakeError} 400 when `raw` or `published` is in a stack.
 */
export function viewOf(perspective: string | undefined, apiVersion: string): View {
  const modern = isModernVersion(apiVersion);
  const names = (perspective || (modern ? "published" : "raw")).split(",").map((name) => name.trim());
  if (names.length > 1 && (names.includes("raw") || names.includes("published"))) {
    throw plainError(
      400,
      `Cannot combine perspectives "${names.join(",")}": raw and published cannot be combined`,
    );
  }
  if (names[0] === "raw") return modern ? {} : { withoutVersions: true };
  const layers = names.filter((name) => name !== "published").map(layerNamed);
  return { layers: [...layers, publishedLayer] };
}

function layerNamed(name: string): string {
  return name === "drafts" || name === "previewDrafts" ? draftsLayer : releaseLayer(name);
}
