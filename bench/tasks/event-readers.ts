/**
 * Opens event streams of a lake as so many editors do, and notes when the events of each transaction arrive. Tells its
 * parent when all of them are welcome, and, asked for it, what arrived.
 */
import { get } from "node:http";
import { z } from "zod";

const { urls } = z.object({ urls: z.array(z.string()) }).parse(JSON.parse(process.argv[2] ?? ""));
const event = /"transactionId":"([^"]+)"/g;
const arrivals: (readonly [string, number])[] = [];

await Promise.all(
  urls.map(
    (url) =>
      new Promise<void>((resolve, reject) => {
        get(url, { agent: false }, (answer) => {
          answer.setEncoding("utf8");
          answer.on("data", (text: string) => {
            if (text.includes("event: welcome")) resolve();
            const now = performance.timeOrigin + performance.now();
            for (const [, id = ""] of text.matchAll(event)) arrivals.push([id, now]);
          });
        }).on("error", reject);
      }),
  ),
);
process.once("disconnect", () => process.exit());
process.on("message", () => process.send?.({ arrivals }));
process.send?.("ready");
