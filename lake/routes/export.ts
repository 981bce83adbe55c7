import { streamOf } from "../assets/stream-of.ts";
import { servedSource } from "../core/asset-addresses.ts";
import type { Condition, DocumentSource, LakeDocument } from "../core/dataset.ts";
import type { LakeHandler, LakeServices } from "../lake-services.ts";
import { sizedAnswer } from "../wire/sized-answer.ts";

const type = "application/x-ndjson";

/** `GET /data/export/{dataset}`: every document as it is, one per line, all of one moment. */
export function exportRoute(services: LakeServices): LakeHandler<"dataset"> {
  return async (context) => {
    const { name } = services.dataset(context.req.param("dataset"));
    const { origin, searchParams } = new URL(context.req.url);
    const types = searchParams.get("types")?.split(",");
    const state = services.stateOf(name);
    const source = servedSource(state.source, name, { origin, projectId: services.projectId });
    const pieces = piecesOf(documentsOf(source, types), state.close);
    const first = await pieces.next();
    // A short one has a known length. A long one is read as fast as its reader takes it.
    if (first.done) return sizedAnswer(type, "");
    const second = await pieces.next();
    if (second.done) return sizedAnswer(type, [first.value]);
    return new Response(streamOf(joined([first.value, second.value], pieces)), {
      headers: { "content-type": type },
    });
  };
}

/** Documents that are read at once. */
const pageSize = 200;

function* documentsOf(
  { exactly }: DocumentSource,
  types: readonly string[] | undefined,
): Generator<LakeDocument> {
  if (!exactly) throw new TypeError("BUG: a state of a dataset cannot be read page by page");
  const ofTypes: readonly Condition[] = types ? [{ kind: "type", values: types }] : [];
  for (let last = ""; ;) {
    const behind: Condition = { kind: "compared", path: ["_id"], op: ">", value: last };
    const page = exactly.page({
      condition: { kind: "and", of: [...ofTypes, behind] },
      view: {},
      to: pageSize,
    });
    yield* page;
    const next = page.at(-1)?._id;
    if (next === undefined || page.length < pageSize) return;
    last = next;
  }
}

/** Characters that are sent at a time, about. */
const pieceCharacters = 256_000;

async function* piecesOf(
  documents: Iterable<LakeDocument>,
  close: () => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined> {
  const encoder = new TextEncoder();
  let piece = "";
  try {
    for (const document of documents) {
      piece += `${JSON.stringify(document)}\n`;
      if (piece.length < pieceCharacters) continue;
      yield encoder.encode(piece);
      piece = "";
    }
    if (piece !== "") yield encoder.encode(piece);
  } finally {
    close();
  }
}

async function* joined(
  before: readonly Uint8Array[],
  rest: AsyncGenerator<Uint8Array, undefined, undefined>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* before;
    yield* rest;
  } finally {
    // A reader may hang up before the rest is asked for.
    await rest.return(undefined);
  }
}
