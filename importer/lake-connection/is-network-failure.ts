/** Codes of Node, of its TLS and of HTTP parsers for trouble between here and a server. */
const codes =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|E(?:SOCKET)?TIMEDOUT|ENOTFOUND|EAI_\w+|E(?:HOST|NET)(?:UNREACH|DOWN)|EADDRNOTAVAIL|EPROTO|HPE_\w+|UND_ERR_\w+|ERR_(?:TLS|SSL|HTTP2|STREAM_PREMATURE)_\w+|CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|HOSTNAME_MISMATCH)$/;

/**
 * What has no code: a request that was broken off, and an answer that was cut off or is somebody else's (get-it 8,
 * src/middleware/jsonResponse.ts).
 */
const isAnswerOfOther = ({ name, message }: Error): boolean =>
  name === "AbortError" ||
  name === "TimeoutError" ||
  /^Failed to parsed? response body as JSON/.test(message);

/** Whether an error says that a server could not be reached, or that its answer was lost. All else is a bug. Pure. */
export function isNetworkFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && codes.test(String(error.code))) return true;
  if (isAnswerOfOther(error)) return true;
  if (error instanceof AggregateError) return error.errors.some(isNetworkFailure);
  return isNetworkFailure(error.cause);
}
