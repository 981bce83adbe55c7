import { expect, test } from "vitest";
import { groupLines, type Claim } from "../../../../importer/parse/text/lines.ts";
import { observeLines } from "../../../../importer/parse/text/observe-lines.ts";
import { RoleBoard } from "../../../../importer/parse/text/role-board.ts";

const headline: Claim = { role: "headline", rule: "first-line", confidence: 0.9 };
const boilerplate: Claim = { role: "boilerplate", rule: "known-line", confidence: 0.9 };

function boardOf(text: string) {
  const board = new RoleBoard(observeLines(groupLines(text)));
  const [line] = board.lines;
  if (line === undefined) throw new Error("BUG: a board without lines");
  return { board, line };
}

test("RoleBoard.claim() gives a line one role, and says whether it did", () => {
  const { board, line } = boardOf("Bridge closed");
  expect(board.claim(line, headline)).toBe(true);
  expect(board.claim(line, boilerplate)).toBe(false);
  expect(board.claimOf(line)).toBe(headline);
});

test("RoleBoard.override() replaces only what the rule that it names gave, and says whether it did", () => {
  const { board, line } = boardOf("Bridge closed");
  expect(board.override(line, "known-line", headline)).toBe(false);
  expect(board.isFree(line)).toBe(true);
  board.claim(line, boilerplate);
  expect(board.override(line, "known-start", headline)).toBe(false);
  expect(board.claimOf(line)).toBe(boilerplate);
  expect(board.override(line, "known-line", headline)).toBe(true);
  expect(board.claimOf(line)).toBe(headline);
});

test("RoleBoard.withdraw() frees a line for later rules if the rule that it names gave the role", () => {
  const { board, line } = boardOf("Bridge closed");
  board.claim(line, boilerplate);
  expect(board.withdraw(line, "known-start")).toBe(false);
  expect(board.isFree(line)).toBe(false);
  expect(board.withdraw(line, "known-line")).toBe(true);
  expect(board.isFree(line)).toBe(true);
});
