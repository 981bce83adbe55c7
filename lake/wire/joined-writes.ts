/** Texts on their way to one reader. */
export interface JoinedWrites {
  write(text: string): void;
  /** Passes on now what waits. */
  flush(): void;
  /** Lets go of what waits. */
  drop(): void;
}

/** With the turn of the event loop that it may have to wait for, less than the 5 ms in which an event is on its way. */
const mostMs = 2;

/** What is as long as this is worth a call of its own, and waits for nobody. */
const longEnough = 64_000;

/**
 * Passes texts on in their order: one that comes after a pause at once, and those that follow it within {@link mostMs}
 * together. Each call goes to the system, which is most of what an event costs when there are many readers.
 */
export function joinedWrites(passOn: (text: string) => void): JoinedWrites {
  let waiting = "";
  let pause: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(pause);
    pause = undefined;
    if (waiting === "") return;
    const text = waiting;
    waiting = "";
    pause = setTimeout(flush, mostMs).unref();
    passOn(text);
  }

  return {
    write(text) {
      waiting += text;
      if (!pause || waiting.length >= longEnough) flush();
    },
    flush,
    drop() {
      clearTimeout(pause);
      waiting = "";
    },
  };
}
