import type { WebSocket } from "ws";
import { z } from "zod";
import type { User } from "./lake-services.ts";
import { onMessage } from "./wire/on-message.ts";

/** Who is where: the sockets through which Studio's tabs tell each other what they show. */
export interface Presence {
  /** Takes over an open socket until either side closes it. */
  accept(socket: WebSocket, user: Pick<User, "id">): void;
  /** Closes every socket; Studio reconnects by itself. */
  close(): void;
}

/** wire: the lone heart is a heartbeat, and is sent back (@sanity/bifur-client src/createClient.ts). */
const heartbeat = "♥";

/** Of a session or a subscription. */
const name = z.string().max(200);

const request = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z
    .object({
      session: name.optional(),
      subscriptionId: name.optional(),
      data: z.looseObject({ sessionId: name }).optional(),
    })
    .default({}),
});
type Request = z.infer<typeof request>;

/** A peer that does not read is disconnected instead of buffered for. */
const maxBufferedBytes = 1_000_000;

/** A tab has one subscription and one session; each of either costs memory, and messages to others. */
const maxOfEach = 100;

interface Peer {
  readonly socket: WebSocket;
  readonly user: Pick<User, "id">;
  /** Subscription ids. */
  readonly subscriptions: Set<string>;
  /** Studio sessions announced here, so that they can be declared gone when the tab dies without notice. */
  readonly sessions: Set<string>;
}

/**
 * Relays presence between the tabs of a dataset: JSON-RPC 2.0 in text frames, as Studio's bifur client speaks it.
 * Nothing is stored; each message reaches the other sockets that subscribed.
 */
export function createPresence(log: (line: string) => void): Presence {
  const peers = new Set<Peer>();

  const relay = (from: Peer, event: Readonly<Record<string, unknown>>): void => {
    for (const peer of peers) {
      if (peer === from) continue;
      for (const subscription of peer.subscriptions) {
        const params = { subscription, result: { ...event, i: from.user.id } };
        send(peer.socket, { jsonrpc: "2.0", method: "presence_subscription", params });
      }
    }
  };

  const leave = (peer: Peer, session: string): void => {
    peer.sessions.delete(session);
    relay(peer, { type: "disconnect", m: { session } });
  };

  const answer = (peer: Peer, { method, params }: Request): unknown => {
    const { session, subscriptionId, data } = params;
    switch (method) {
      case "presence_subscribe": {
        if (peer.subscriptions.size >= maxOfEach) return false;
        const id = crypto.randomUUID();
        peer.subscriptions.add(id);
        return id;
      }
      case "presence_unsubscribe":
        return subscriptionId !== undefined && peer.subscriptions.delete(subscriptionId);
      case "presence_rollcall":
        if (session !== undefined) relay(peer, { type: "rollCall", session });
        return true;
      case "presence_announce":
        if (data && (peer.sessions.has(data.sessionId) || peer.sessions.size < maxOfEach)) {
          peer.sessions.add(data.sessionId);
          relay(peer, { type: "state", m: data });
        }
        return true;
      case "presence_disconnect":
        if (session !== undefined) leave(peer, session);
        return true;
      // The upgrade was checked like any request: there is nothing left to authorize.
      case "authorization":
        return true;
      default:
        return undefined;
    }
  };

  return {
    accept(socket, user) {
      const peer: Peer = { socket, user, subscriptions: new Set(), sessions: new Set() };
      peers.add(peer);
      onMessage(socket, log, (json, text) => {
        if (text === heartbeat) return socket.send(heartbeat);
        const parsed = request.safeParse(json);
        if (!parsed.success) {
          const error = { code: -32600, message: "Cannot read the frame: expected a JSON-RPC 2.0 request" };
          return send(socket, { jsonrpc: "2.0", id: null, error });
        }
        const { id, method } = parsed.data;
        const result = answer(peer, parsed.data);
        if (id === undefined) return;
        const outcome =
          result === undefined
            ? { error: { code: -32601, message: `Cannot call "${method}": the lake has no such method` } }
            : { result };
        send(socket, { jsonrpc: "2.0", id, ...outcome });
      });
      socket.on("close", () => {
        peers.delete(peer);
        for (const session of [...peer.sessions]) leave(peer, session);
      });
    },
    close() {
      for (const { socket } of peers) socket.close(1001, "The lake is closing");
    },
  };
}

function send(socket: WebSocket, message: unknown): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > maxBufferedBytes) socket.terminate();
  else socket.send(JSON.stringify(message));
}
