/** Where the sanity command looks for the Studio. */
export { default } from "./studio/sanity.config.ts";
