import type { Page } from "playwright-core";

/** What went wrong on a page since it was opened; empty is well. */
export interface PageWatch {
  readonly faults: readonly string[];
}

/** Studio's presence says goodbye when its page is loaded anew, sometimes over a socket that it has just closed. */
const saidInLeaving = "WebSocket is already in CLOSING or CLOSED state.";

/**
 * Records what no user should ever cause or see: uncaught errors, requests to a foreign host, answers of 400 and
 * above, messages on the console that the page itself calls errors, and event streams that cost a connection each.
 *
 * @param origin The one origin that the page may talk to.
 */
export function watchPage(page: Page, origin: string): PageWatch {
  const faults: string[] = [];
  const isForeign = (url: string): boolean => {
    const { protocol, host } = new URL(url);
    return !["data:", "blob:"].includes(protocol) && host !== new URL(origin).host;
  };
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("request", (request) => {
    if (isForeign(request.url())) faults.push(`foreign request: ${request.method()} ${request.url()}`);
    // Seven of these over HTTP/1.1 would leave no connection for queries: they share one WebSocket.
    if (/\/data\/listen\//.test(request.url()))
      faults.push(`listens outside the shared connection: ${request.url()}`);
  });
  page.on("websocket", (socket) => {
    if (isForeign(socket.url())) faults.push(`foreign WebSocket: ${socket.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`HTTP ${response.status()}: ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && message.text() !== saidInLeaving)
      faults.push(`console error: ${message.text()}`);
  });
  return { faults };
}
