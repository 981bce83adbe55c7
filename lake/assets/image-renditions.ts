import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import pLimit from "p-limit";
import { writeWhole } from "./asset-files.ts";
import type { ImageFacts } from "./image-facts.ts";
import type { ImageEncoding } from "./image-output.ts";
import type { ImageParams } from "./image-params.ts";
import { transformImage } from "./transform-image.ts";

/** Increase this when the same parameters give a different picture, so that no stale one is served. */
const recipeVersion = 1;

/** A rendition on disk. */
interface Rendition {
  readonly path: string;
  readonly tag: string;
}

/** Makes renditions and keeps them beside their original. */
export interface Renditions {
  /**
   * The rendition of an image by these parameters, from disk if it was made before. Equal requests at the same time
   * share the work.
   *
   * @throws {LakeError} 400 when the parameters do not fit the image.
   */
  make(image: RenditionSource, params: ImageParams, encoding: ImageEncoding): Promise<Rendition>;
}

/** The image that a rendition is made of. */
interface RenditionSource {
  readonly path: string;
  /** Stands for its bytes. */
  readonly tag: string;
  readonly facts: ImageFacts;
}

export function openRenditions(): Renditions {
  // Decoded pictures are large: two at a time keep memory bounded, and sharp uses all cores for each.
  const atOnce = pLimit(2);
  const underWay = new Map<string, Promise<Rendition>>();

  return {
    async make(image, params, encoding) {
      const tag = digest([recipeVersion, image.tag, encoding, ...relevant(params)]);
      const path = join(dirname(image.path), "renditions", `${tag}.${encoding}`);
      const known = underWay.get(path);
      if (known) return known;
      const work = atOnce(async () => {
        if (!(await exists(path))) {
          await writeWhole(path, await transformImage(image.path, image.facts, params, encoding));
        }
        return { path, tag };
      }).finally(() => underWay.delete(path));
      underWay.set(path, work);
      return work;
    },
  };
}

/** The parameters that shape the picture, in one order. `fm` and `auto` have become the encoding. */
function relevant({ fm: _fm, auto: _auto, ...shaping }: ImageParams): readonly unknown[] {
  return Object.entries(shaping).sort(([a], [b]) => (a < b ? -1 : 1));
}

function digest(value: unknown): string {
  return createHash("sha1").update(JSON.stringify(value)).digest("hex");
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
