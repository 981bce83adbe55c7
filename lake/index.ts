/** An embedded Content Lake: wire-compatible with what @sanity/client 7.28 and Studio 6.9 need of Sanity's API. */
export { openLake, type Lake, type LakeOptions } from "./open-lake.ts";
export { serveLake, type LakeServer, type ServeOptions } from "./serve-lake.ts";
export { DataFolderInUseError } from "./sqlite/open-database.ts";
export { LakeError } from "./core/lake-error.ts";
export { systemClock, type Clock } from "./core/clock.ts";
