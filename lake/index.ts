/** An embedded Content Lake: wire-compatible with what @sanity/client 7.28 and Studio 6.9 need of Sanity's API. */
export type { Lake } from "./create-lake.ts";
export { openLake, type LakeOptions } from "./open-lake.ts";
export type { ExpectedQuery } from "./expected-queries.ts";
export { serveLake, type LakeServer, type Pages, type ServeOptions } from "./serve-lake.ts";
export { anyOf, type Fault, type FaultPlan } from "./faults/fault.ts";
export { randomFaults, type FaultRates } from "./faults/random-faults.ts";
export { rateLimit } from "./faults/rate-limit.ts";
export { checkLake, type LakeCheck } from "./check-lake.ts";
export { packFolder } from "./pack-folder.ts";
export { BackupError, unpackLake } from "./backup/unpack-lake.ts";
export { lakeFilesIn, movedParts } from "./core/lake-files.ts";
export { isLakeInUse } from "./sqlite/open-database.ts";
export type { HistoryLimit } from "./core/history-limit.ts";
export { LakeFileError } from "./sqlite/lake-file-error.ts";
export { LakeError } from "./core/lake-error.ts";
export { systemClock, type Clock } from "./core/clock.ts";
