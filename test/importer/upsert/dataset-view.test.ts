import { expect, test } from "vitest";
import { openConnection } from "../../../importer/lake-connection/open-connection.ts";
import { runContext } from "../../../importer/run-context.ts";
import { DatasetView } from "../../../importer/upsert/dataset-view.ts";
import { lake, openForEachTest } from "../../support/lake-and-folder.ts";

openForEachTest({});

test("DatasetView keeps a slug for the first story that has it reserved, and reserves none when it is asked", () => {
  const view = new DatasetView(openConnection(lake.client, runContext({ dryRun: true })));
  expect(view.slugHolder("bridge-opens")).toBeUndefined();
  expect(view.slugHolder("bridge-opens")).toBeUndefined();
  view.reserveSlug({ slug: "bridge-opens", articleId: "article-1" });
  view.reserveSlug({ slug: "bridge-opens", articleId: "article-2" });
  expect(view.slugHolder("bridge-opens")).toBe("article-1");
});
