import { expect, test } from "vitest";
import { CliError } from "../../cli/cli-error.ts";
import { exitCodes } from "../../cli/exit-codes.ts";
import { loadTarget, type TargetOptions } from "../../cli/load-config.ts";

const load = (options: Partial<TargetOptions>, env: Record<string, string> = {}) =>
  loadTarget({ options: { data: "/data", ...options }, env });

const hostedEnv = { SANITY_PROJECT_ID: "abc123", SANITY_DATASET: "production", SANITY_TOKEN: "secret" };

test("loadTarget() means the lake of the data folder when nothing is set", () => {
  expect(load({})).toEqual({ kind: "local", dataFolder: "/data", dataset: "production" });
});

test("loadTarget() means hosted Sanity when project, dataset and token are set", () => {
  expect(load({}, hostedEnv)).toEqual({
    kind: "hosted",
    projectId: "abc123",
    dataset: "production",
    token: "secret",
  });
});

test("loadTarget() lets each flag beat its variable", () => {
  const env = { ...hostedEnv, SANITY_API_HOST: "https://api.example.org" };
  const options = { project: "other", dataset: "staging", token: "mine", api: "https://api.example.com/" };
  expect(load(options, env)).toEqual({
    kind: "hosted",
    projectId: "other",
    dataset: "staging",
    token: "mine",
    apiHost: "https://api.example.com",
  });
});

test("loadTarget() means a running lake when an address is given without a project", () => {
  const lake = { kind: "lake", url: "http://127.0.0.1:4000", dataset: "production" };
  expect(load({ api: "http://127.0.0.1:4000/" })).toEqual(lake);
  expect(load({}, { SANITY_API_HOST: "http://127.0.0.1:4000" })).toEqual(lake);
});

test("loadTarget() hands a token to a lake as well", () => {
  expect(load({ api: "http://127.0.0.1:4000", token: "t" })).toMatchObject({ kind: "lake", token: "t" });
});

test("loadTarget() takes an empty variable for an unset one", () => {
  expect(load({}, { SANITY_PROJECT_ID: "", SANITY_TOKEN: " " })).toEqual({
    kind: "local",
    dataFolder: "/data",
    dataset: "production",
  });
});

test.each([
  ["a project without a dataset", {}, { SANITY_PROJECT_ID: "abc123", SANITY_TOKEN: "t" }, /SANITY_DATASET/],
  ["a project without a token", {}, { SANITY_PROJECT_ID: "abc123", SANITY_DATASET: "d" }, /SANITY_TOKEN/],
  ["an address that is none", { api: "localhost" }, {}, /http:\/\//],
  ["an address of another protocol", { api: "ftp://example.org" }, {}, /http:\/\//],
  ["an empty flag", { token: "" }, hostedEnv, /--token/],
])("loadTarget() refuses %s and says what to do", (_, options, env, hint) => {
  const error = catchError(() => load(options, env));
  expect(error).toBeInstanceOf(CliError);
  expect(error).toMatchObject({ exitCode: exitCodes.wrongUsage, hint: expect.stringMatching(hint) });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
