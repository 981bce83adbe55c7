import { afterEach, expect, test } from "vitest";
import { formatDate } from "../../frontend/format-date.ts";

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test.each(["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])(
  "formatDate() shows the same day on a server in %s",
  (server) => {
    process.env["TZ"] = server;
    expect(formatDate("2026-03-04", "en")).toBe("March 4, 2026");
    expect(formatDate("2026-03-04T00:30:00Z", "en")).toBe("March 4, 2026");
    expect(formatDate("2026-03-04", "de")).toBe("4. März 2026");
  },
);
