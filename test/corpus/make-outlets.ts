/**
 * Writes the stories of the invented outlets, with their gold, from `test/corpus/outlets/material`.
 *
 * `npm run corpus:outlets`
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outletsFolder, readMaterials } from "./read-materials.ts";
import { renderGold } from "./render-gold.ts";
import { writeOutletStory } from "./write-outlet-story.ts";

for (const material of readMaterials()) {
  const folder = join(outletsFolder, material.key);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const index of material.stories.keys()) {
    const { text, gold } = writeOutletStory(material, index);
    const name = String(index + 1).padStart(2, "0");
    writeFileSync(join(folder, `${name}.txt`), text);
    writeFileSync(join(folder, `${name}.gold.json`), renderGold(gold));
  }
}
