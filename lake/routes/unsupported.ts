import { plainError } from "../core/lake-error.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";

/** Parts of the hosted service that the lake does not have, by the beginning of their paths. */
const gaps: readonly (readonly [pattern: RegExp, gap: string])[] = [
  [/^\/(agent|assist)\//, "AI assistance runs only on the hosted service"],
  [/^\/(media-libraries|assets\/media-library-link)\b/, "media libraries exist only on the hosted service"],
  [/^\/(canvases|dashboards)\b/, "canvases and dashboards exist only on the hosted service"],
  [/^\/(hooks|projects\/[^/]+\/hooks)\b/, "webhooks are not part of the embedded lake"],
  [/^\/comments\b/, "comments need an add-on dataset, which the embedded lake does not have"],
  [/^\/schedules\b/, "scheduled publishing runs only on the hosted service"],
  [
    /^\/(access|provision|invitations|subscriptions)\b/,
    "members and billing exist only on the hosted service",
  ],
  [/^\/auth\b/, "the embedded lake has no login, every accepted request is of this machine's user"],
];

/**
 * Answers every path that no route of the lake serves: a logged 404 that names the gap.
 *
 * The body is the plain form. Two forms of 404 make Studio give up with a full screen, `{attributes: {type:
 * "project"}}` and `{error: "Dataset not found"}` (sanity 6.9.2 src/core), and are never sent from here.
 */
export function unsupported(services: LakeServices): LakeHandler {
  return (context) => {
    const { method, path } = context.req;
    const gap = gaps.find(([pattern]) => pattern.test(path))?.[1] ?? "the embedded lake has no such endpoint";
    const refusal = plainError(404, `Cannot serve ${method} ${path}: ${gap}`);
    services.log(refusal.message);
    return Response.json(refusal.body, { status: 404 });
  };
}
