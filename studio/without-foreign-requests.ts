import type { Plugin } from "vite";

interface Replacement {
  readonly text: string;
  readonly by: string;
}

/**
 * The requests to Sanity's servers that Studio sends as soon as it is open and that no setting turns off
 * (sanity 6.9.2, `lib/index.js`). Each text stands there exactly once.
 */
const replacements: readonly Replacement[] = [
  // The check for a newer version gets an answer without one; the package path goes into the address's fragment.
  { text: `const MODULES_URL = `, by: `const MODULES_URL = "data:application/json,{}#" || ` },
  // The question whether feedback can be sent: it cannot.
  { text: `skip: isInDashboard`, by: `skip: true` },
];

const studioModule = /\/sanity\/lib\/index\.js$/;

/**
 * Takes the requests to foreign hosts out of Studio while it is bundled.
 *
 * The build fails when Studio's code is no longer what the replacements were written for, so an upgrade cannot
 * bring the requests back unseen.
 */
export function withoutForeignRequests(): Plugin {
  let isDone = false;
  return {
    name: "copydesk:without-foreign-requests",
    transform: {
      filter: { id: studioModule },
      handler(code) {
        isDone = true;
        return { code: replacements.reduce(replaceOnce, code), map: null };
      },
    },
    buildEnd(error) {
      if (!error && !isDone) throw new Error(`Cannot build the Studio: no module matches ${studioModule}`);
    },
  };
}

function replaceOnce(code: string, { text, by }: Replacement): string {
  const parts = code.split(text);
  if (parts.length !== 2) {
    throw new Error(
      `Cannot build the Studio: "${text}" stands ${parts.length - 1} times in sanity, expected once. ` +
        "Look at what Studio requests now, and adapt studio/without-foreign-requests.ts.",
    );
  }
  return parts.join(by);
}
