import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { outletMaterial, type OutletMaterial } from "./outlet-material.ts";

/** Where the stories of the invented outlets are, a folder each. */
export const outletsFolder = fileURLToPath(new URL("outlets", import.meta.url));

/** Reads the material of all outlets, in the order of their keys. */
export const readMaterials = (): OutletMaterial[] =>
  globSync("material/*.txt", { cwd: outletsFolder })
    .sort()
    .map((path) => outletMaterial(basename(path, ".txt"), readFileSync(join(outletsFolder, path), "utf8")));
