import { useCallback } from "react";
import { useSay } from "../i18n/use-say.ts";
import { titleOfPath } from "./title-of-path.ts";

/** Makes titles from paths in the evidence, in the language of the Studio. */
export function useTitleOfPath(): (path: string) => string {
  const say = useSay();
  return useCallback((path) => titleOfPath(path, say), [say]);
}
