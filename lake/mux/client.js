// Lets one WebSocket carry every event stream of a page.
//
// Over HTTP/1.1 a browser opens six connections to a host, and Studio holds seven or more event streams: without
// this, the page's own queries wait for ever. It is a classic script, to be loaded before everything else, because
// @sanity/eventsource keeps the `fetch` that it finds when it is first loaded.
(() => {
  "use strict";
  // The lake is where this script came from, which need not be where the page came from.
  const lake = new URL(document.currentScript.src).origin;
  const streamed = /\/data\/(?:listen|live\/events)\//;
  const networkFetch = window.fetch.bind(window);
  const streams = new Map();
  let socket;
  let lastId = 0;

  /** The shared socket; made on first use, and again after it was lost. */
  function connect() {
    if (socket && socket.readyState <= WebSocket.OPEN) return socket;
    const opened = new WebSocket(`${lake.replace(/^http/, "ws")}/__mux`);
    opened.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      streams.get(message.id)?.[message.t]?.(message);
    };
    // Both @sanity/client majors open their streams again by themselves, and say where they were.
    opened.onclose = () => {
      for (const stream of [...streams.values()].filter((each) => each.socket === opened)) stream.lost();
    };
    socket = opened;
    return opened;
  }

  function send(over, message) {
    if (over.readyState === WebSocket.OPEN) over.send(JSON.stringify(message));
    else if (over.readyState === WebSocket.CONNECTING) {
      over.addEventListener("open", () => over.send(JSON.stringify(message)), { once: true });
    }
  }

  /** Does what `fetch` does for an event stream. */
  function openStream(url, headers, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError());
      const id = ++lastId;
      const over = connect();
      const encoder = new TextEncoder();
      let body;
      const finish = () => {
        streams.delete(id);
        signal?.removeEventListener("abort", abort);
      };
      const fail = (error) => {
        finish();
        if (body) body.error(error);
        else reject(error);
      };
      const abort = () => {
        send(over, { t: "close", id });
        fail(abortError());
      };
      streams.set(id, {
        socket: over,
        head({ status, headers: answered }) {
          const stream = new ReadableStream({
            start: (controller) => (body = controller),
            cancel() {
              send(over, { t: "close", id });
              finish();
            },
          });
          resolve(new Response(stream, { status, headers: answered }));
        },
        data: ({ c }) => body?.enqueue(encoder.encode(c)),
        end() {
          if (!body) return fail(lostError());
          finish();
          body.close();
        },
        lost: () => fail(lostError()),
      });
      signal?.addEventListener("abort", abort);
      const path = url.pathname + url.search;
      send(over, { t: "open", id, path, headers: Object.fromEntries(headers) });
    });
  }

  /** What `fetch` throws when there is no network; clients try again. */
  function lostError() {
    return new TypeError("The connection to the Content Lake was lost");
  }

  function abortError() {
    return new DOMException("The event stream was aborted", "AbortError");
  }

  function isStreamed(url, method) {
    return url.origin === lake && method === "GET" && streamed.test(url.pathname);
  }

  window.fetch = (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const url = new URL(request ? request.url : input, location.href);
    const method = (init?.method ?? request?.method ?? "GET").toUpperCase();
    if (!isStreamed(url, method)) return networkFetch(input, init);
    const headers = new Headers(init?.headers ?? request?.headers);
    return openStream(url, headers, init?.signal ?? request?.signal);
  };

  // Clients without custom headers, and other tools, use EventSource.
  const NetworkEventSource = window.EventSource;
  class SharedEventSource extends EventTarget {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSED = 2;
    readyState = 0;
    withCredentials = false;
    onopen = null;
    onmessage = null;
    onerror = null;
    #lastEventId = "";
    #retryMs = 1000;
    #aborter = new AbortController();

    constructor(url) {
      super();
      this.url = new URL(url, location.href).href;
      void this.#run();
    }

    close() {
      this.readyState = 2;
      this.#aborter.abort();
    }

    async #run() {
      while (this.readyState !== 2) {
        try {
          const headers = new Headers({ accept: "text/event-stream" });
          if (this.#lastEventId) headers.set("last-event-id", this.#lastEventId);
          const response = await openStream(new URL(this.url), headers, this.#aborter.signal);
          if (response.status !== 200) return this.#fail(2);
          this.readyState = 1;
          this.#emit(new Event("open"));
          await this.#read(response.body);
        } catch {
          // Lost or aborted: the loop decides.
        }
        if (this.readyState === 2) return;
        this.#fail(0);
        await new Promise((resume) => setTimeout(resume, this.#retryMs));
      }
    }

    async #read(body) {
      let pending = "";
      for (const reader = body.pipeThrough(new TextDecoderStream()).getReader(); ;) {
        const { done, value } = await reader.read();
        if (done) return;
        const blocks = (pending + value).split("\n\n");
        pending = blocks.pop();
        for (const block of blocks) this.#dispatch(block);
      }
    }

    #dispatch(block) {
      let type = "message";
      const data = [];
      for (const line of block.split("\n")) {
        const [, field, value] = /^([^:]+):? ?(.*)$/.exec(line) ?? [];
        if (field === "event") type = value;
        else if (field === "data") data.push(value);
        else if (field === "id") this.#lastEventId = value;
      }
      if (data.length === 0) return;
      const init = { data: data.join("\n"), lastEventId: this.#lastEventId, origin: lake };
      this.#emit(new MessageEvent(type, init));
    }

    #fail(readyState) {
      this.readyState = readyState;
      this.#emit(new Event("error"));
    }

    #emit(event) {
      this[`on${event.type}`]?.(event);
      this.dispatchEvent(event);
    }
  }
  Object.assign(SharedEventSource.prototype, { CONNECTING: 0, OPEN: 1, CLOSED: 2 });
  window.EventSource = function EventSource(url, init) {
    const shared = isStreamed(new URL(url, location.href), "GET");
    return shared ? new SharedEventSource(url) : new NetworkEventSource(url, init);
  };
  Object.assign(window.EventSource, { CONNECTING: 0, OPEN: 1, CLOSED: 2 });

  // Studio warns that HTTP/1.1 is slow, because of the limit that does not apply here
  // (sanity 6.9.2 core/network-check).
  sessionStorage.setItem("sanity-studio.network.check.snooze", "2999-01-01T00:00:00.000Z");
})();
