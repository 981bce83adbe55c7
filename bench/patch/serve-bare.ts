import { createServer } from "node:http";
import { z } from "zod";
import type { BarePatches } from "./bare-patches.ts";

/** The patches of the client that are measured. */
const body = z.object({
  mutations: z.tuple([
    z.object({ patch: z.object({ id: z.string(), set: z.object({ headline: z.string() }) }) }),
  ]),
});

/** The least that can answer the client: a server of Node alone, which writes each patch to bare SQLite. */
export async function serveBare(bare: BarePatches): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((incoming, outgoing) => {
    let text = "";
    incoming.setEncoding("utf8");
    incoming.on("data", (piece: string) => (text += piece));
    incoming.on("end", () => {
      const [{ patch }] = body.parse(JSON.parse(text)).mutations;
      bare.patch(patch.id, patch.set.headline);
      outgoing.setHeader("content-type", "application/json");
      outgoing.end(
        JSON.stringify({ transactionId: "none", results: [{ id: patch.id, operation: "update" }] }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
