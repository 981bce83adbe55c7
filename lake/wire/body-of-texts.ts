/** Where texts go as they come. */
export interface TextSink {
  write(text: string): void;
  /** Bytes that wait for the reader. */
  unread(): number;
  /** Nothing more comes. */
  close(): void;
  /** Nothing more comes, and what waits is not sent. */
  fail(error: Error): void;
}

/** Holds what is written until somebody reads it. */
interface BodySink extends TextSink {
  /** Gives what waits, and the end if it has come, to another sink: nobody is to read the body after that. */
  handOver(sink: TextSink): void;
}

/** A body that texts are written to: they wait until it is read, so that another sink can still take them over. */
export function bodyOfTexts(onCancel: () => void): {
  readonly body: ReadableStream;
  readonly sink: BodySink;
} {
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let waitingBytes = 0;
  /** Ends a sink as this one was ended. */
  let ending: ((sink: Pick<TextSink, "close" | "fail">) => void) | undefined;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Whether the reader of the body waits for the next text. */
  let isAwaited = false;
  const own = {
    close: (): void => controller?.close(),
    fail: (error: Error): void => controller?.error(error),
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      pull() {
        const text = waiting.shift();
        if (text !== undefined) {
          waitingBytes -= Buffer.byteLength(text);
          controller?.enqueue(encoder.encode(text));
        } else if (ending) ending(own);
        else isAwaited = true;
      },
      cancel: onCancel,
    },
    { highWaterMark: 0 },
  );
  const sink: BodySink = {
    write(text) {
      if (isAwaited) {
        isAwaited = false;
        controller?.enqueue(encoder.encode(text));
        return;
      }
      waiting.push(text);
      waitingBytes += Buffer.byteLength(text);
    },
    unread: () => waitingBytes,
    close() {
      ending = (to) => to.close();
      if (isAwaited) own.close();
    },
    fail(error) {
      waiting = [];
      ending = (to) => to.fail(error);
      own.fail(error);
    },
    handOver(to) {
      for (const text of waiting) to.write(text);
      waiting = [];
      ending?.(to);
    },
  };
  return { body, sink };
}
