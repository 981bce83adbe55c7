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

test("DatasetView keeps a source that another story adds while the sources are read again", async () => {
  const connection = openConnection(lake.client, runContext());
  const answered = Promise.withResolvers<void>();
  let isHeld = false;
  const view = new DatasetView({
    ...connection,
    async read(query, params) {
      const answer = await connection.read(query, params);
      if (isHeld) await answered.promise;
      return answer;
    },
  });
  await view.loadSources();
  isHeld = true;
  const reloading = view.reloadSources();
  const added = {
    _id: "source-wire",
    _type: "source",
    name: "Wire",
    names: [],
    kind: "agency",
    aliases: ["Wire"],
  } as const;
  view.noteWritten([{ createIfNotExists: added }], "import-1");
  answered.resolve();
  await reloading;
  expect(view.sources.get("source-wire")?._id).toBe("source-wire");
});
