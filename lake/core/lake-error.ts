/**
 * A refusal in the shape that Sanity's clients read (@sanity/client src/http/errors): the status and the whole
 * JSON body. Every refusal of the lake is one of these; `wire/error-body.ts` is the one place that sends it.
 */
export class LakeError extends Error {
  override readonly name = "LakeError";
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, body: Readonly<Record<string, unknown>>) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

const reasons: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  503: "Service Unavailable",
};

/** A refusal without a more specific wire form: `{statusCode, error, message}`. */
export function plainError(status: number, message: string): LakeError {
  return new LakeError(status, message, {
    statusCode: status,
    error: reasons[status] ?? "Error",
    message,
  });
}

/** An unknown token, in the form that tells Studio to log in again. */
export function sessionNotFound(): LakeError {
  const message = "Session not found";
  return new LakeError(401, message, {
    error: "Unauthorized",
    statusCode: 401,
    message,
    errorCode: "SIO-401-ANF",
  });
}

/** A dataset that does not exist, in the form that Studio recognises (sanity 6.9.2 src/core). */
export function datasetNotFound(name: string): LakeError {
  const message = `Dataset "${name}" not found`;
  return new LakeError(404, message, { statusCode: 404, error: "Dataset not found", message });
}

/** Whoever asks a lake that closes may ask again later: clients do after a 503, and keep what they had to say. */
export function lakeIsClosing(): LakeError {
  return plainError(503, "The Content Lake is closing");
}
