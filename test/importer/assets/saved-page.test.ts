import { join } from "node:path";
import { expect, test } from "vitest";
import { runImport } from "../../../importer/index.ts";
import { openTestLake } from "../../support/open-test-lake.ts";
import { storyFolder } from "../../support/story-folder.ts";
import { makePicture } from "./make-pictures.ts";

const pageWith = (
  picture: string,
  head = '<link rel="canonical" href="https://daily.example/2026/quay">',
): string =>
  `<!doctype html><html lang="en"><head><title>Board rebuilds the quay</title>${head}</head><body><article>
  <h1>Board rebuilds the quay</h1>${picture}
  <p>The harbour board voted on Monday to rebuild the eastern quay, which has been closed since the storm in March.</p>
  <p>Work is to begin in the autumn, said the chair of the board, and ferries will use the western quay until then.</p>
  </article></body></html>`;

/** Imports a folder; what was uploaded, and the problems with pictures. */
async function importPictures(
  path: string,
): Promise<{ uploaded: unknown; problems: string[]; url: unknown }> {
  await using lake = await openTestLake();
  const report = await runImport({ inputs: [path], client: lake.client });
  return {
    uploaded: await lake.client.fetch('*[_type == "sanity.imageAsset"].originalFilename'),
    url: await lake.client.fetch('*[_type == "newsImage"][0].originalUrl'),
    problems: report.problems.map(({ code }) => code).filter((code) => /image|asset/.test(code)),
  };
}

test("a page with a canonical address finds the picture beside it, and keeps where it was published", async () => {
  const folder = join(import.meta.dirname, "fixtures/canonical-hides-picture");
  expect(await importPictures(folder)).toMatchObject({ uploaded: ["pic.jpg"], problems: [] });
});

test.each([
  ["in the folder that browsers make", '<img src="./quay_files/pic.jpg" alt="The quay">'],
  ["under an encoded name", '<img src="quay_files/pic%2ejpg?v=2" alt="The quay">'],
  [
    "whose other sizes stayed on the web",
    '<figure><img src="quay_files/pic.jpg" srcset="https://cdn.example/pic-2000.jpg 2000w"><figcaption>The quay</figcaption></figure>',
  ],
])("a saved page finds a picture %s", async (_, picture) => {
  const photo = await makePicture("jpeg");
  await using folder = await storyFolder({ "quay.html": pageWith(picture), "quay_files/pic.jpg": photo });
  expect(await importPictures(folder.path)).toMatchObject({ uploaded: ["pic.jpg"], problems: [] });
  const heads = [
    '<meta property="og:url" content="https://daily.example/quay">',
    '<base href="https://daily.example/">',
    "",
  ];
  for (const head of heads) {
    await folder.write({ "quay.html": pageWith(picture, head) });
    expect(await importPictures(folder.path), head).toMatchObject({ uploaded: ["pic.jpg"], problems: [] });
  }
});

test("a picture that is not beside the page is where the page was published", async () => {
  await using folder = await storyFolder({
    "page/quay.html": pageWith('<img src="../pics/quay.jpg" alt="The quay">'),
  });
  expect(await importPictures(join(folder.path, "page"))).toEqual({
    uploaded: [],
    url: "https://daily.example/pics/quay.jpg",
    problems: ["missing-asset"],
  });
});
