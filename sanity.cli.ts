/** Where the sanity command looks for its own settings. */
export { default } from "./studio/sanity.cli.ts";
