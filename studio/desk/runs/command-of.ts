import type { RunDeed } from "../importer/ask-importer.ts";

interface Project {
  readonly projectId: string | undefined;
  readonly dataset: string | undefined;
}

/** The command that does something to a run where the importer is. Pure. */
export function commandOf({ kind, run }: RunDeed, { projectId, dataset }: Project): string {
  const what = kind === "undo" ? `undo ${run} --dry-run` : `import --retry ${run}`;
  const where = [
    ...(projectId === undefined ? [] : [`--project ${projectId}`]),
    ...(dataset === undefined ? [] : [`--dataset ${dataset}`]),
  ];
  return ["npx copydesk", what, ...where].join(" ");
}
