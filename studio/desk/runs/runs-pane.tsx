import { lazy, Suspense, type ReactElement } from "react";
import { LoadingBlock } from "sanity";

const RunsScreen = lazy(async () => ({ default: (await import("./runs-screen.tsx")).RunsScreen }));

/** The pane of imports. Whoever does not open it does not load it. */
export function RunsPane(): ReactElement {
  return (
    <Suspense fallback={<LoadingBlock showText />}>
      <RunsScreen />
    </Suspense>
  );
}
