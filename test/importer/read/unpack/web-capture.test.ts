import { expect, test } from "vitest";
import { webCaptureOf } from "../../../../importer/read/unpack/web-capture.ts";

test.each([
  ["2024-03-05T06:07:08Z", "2024-03-05T06:07:08Z"],
  ["2024-03-05T06:07:08.123456Z", "2024-03-05T06:07:08.123456Z"],
  ["2024-03-05", undefined],
  ["2024-03", undefined],
  ["March 5", undefined],
])("webCaptureOf() takes from the date %j the time %j", (printed, capturedAt) => {
  const record = new Map([
    ["warc-target-uri", "https://news.example/story"],
    ["warc-date", printed],
  ]);
  expect(webCaptureOf(record)?.capturedAt).toBe(capturedAt);
});
