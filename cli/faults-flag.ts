import { InvalidArgumentError } from "commander";
import { z } from "zod";
import { anyOf, randomFaults, rateLimit, type FaultPlan } from "../lake/index.ts";

const rate = z.number().min(0).max(1).default(0);

const faultsFlag = z.strictObject({
  seed: z.int().default(1),
  mutationsPerSecond: z.int().positive().optional(),
  latency: rate,
  tooManyRequests: rate,
  serverError: rate,
  resetBefore: rate,
  dropAnswer: rate,
  slowBody: rate,
  maxDelayMs: z.int().nonnegative().default(50),
});

/**
 * Reads `--faults`: a JSON object with the share of mutations, from 0 to 1, that each fault affects, and the rate
 * limit. Only mutations are affected, so that Studio still loads.
 *
 * @throws {InvalidArgumentError} When it is not such an object.
 */
export function readFaults(json: string): FaultPlan {
  const isMutation = /\/data\/mutate\//;
  const flag = faultsFlag.safeParse(parsed(json));
  if (!flag.success)
    throw new InvalidArgumentError(`It must be a set of faults: ${z.prettifyError(flag.error)}`);
  const { mutationsPerSecond, ...rates } = flag.data;
  const random = randomFaults(rates);
  const weather: FaultPlan = (request) => (isMutation.test(request.path) ? random(request) : undefined);
  return mutationsPerSecond === undefined
    ? weather
    : anyOf(rateLimit({ requestsPerSecond: mutationsPerSecond, path: isMutation }), weather);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new InvalidArgumentError("It must be valid JSON.");
  }
}
