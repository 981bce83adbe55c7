import type { ReactElement, ReactNode } from "react";
import { StateLink } from "sanity/router";
import type { QueueFilter } from "../../../schemas/index.ts";
import { queueState } from "./use-queue-route.ts";

interface QueueLinkProps {
  readonly filter: QueueFilter;
  readonly children: ReactNode;
}

/** A link to the queue with a filter, from anywhere in the desk. */
export function QueueLink({ filter, children }: QueueLinkProps): ReactElement {
  return <StateLink state={queueState(filter, undefined)}>{children}</StateLink>;
}
