import fc from "fast-check";
import { expect, test } from "vitest";
import { logicalOf } from "../../../studio/desk/language/logical-sides.ts";

test("logicalOf() speaks of where a line begins and ends instead of left and right", () => {
  expect(logicalOf("margin-left", "4px")).toBe("margin-inline-start:4px");
  expect(logicalOf("right", "0")).toBe("inset-inline-end:0");
  expect(logicalOf("border-left-color", "red")).toBe("border-inline-start-color:red");
  expect(logicalOf("border-top-left-radius", "2px")).toBe("border-start-start-radius:2px");
  expect(logicalOf("text-align", "left")).toBe("text-align:start");
  expect(logicalOf("float", "right!important")).toBe("float:inline-end!important");
});

test("logicalOf() takes four sides apart where left and right differ", () => {
  expect(logicalOf("padding", "1px 2px 3px 4px")).toBe("padding-block:1px 3px;padding-inline:4px 2px");
  expect(logicalOf("margin", "0 calc(1px + (2px * 3)) 0 auto!important")).toBe(
    "margin-block:0 0!important;margin-inline:auto calc(1px + (2px * 3))!important",
  );
  expect(logicalOf("border-width", "1px 2px 3px 4px")).toBe(
    "border-block-width:1px 3px;border-inline-width:4px 2px",
  );
});

test("logicalOf() leaves alone what names no side, or has both alike", () => {
  for (const [name, value] of [
    ["padding", "1px 2px"],
    ["margin", "0 1px 2px 1px"],
    ["text-align", "center"],
    ["color", "left"],
    // Centred, by a shift that has no direction of its own.
    ["left", "50%"],
    ["margin-inline-start", "1px"],
    ["transform", "translateX(-1px)"],
  ] as const)
    expect(logicalOf(name, value)).toBeUndefined();
});

test("logicalOf() never speaks of left or right, and has nothing to say twice", () => {
  const side = fc.constantFrom("0", "1px", "auto", "var(--x)", "calc(1px + 2px)");
  const name = fc.constantFrom("margin", "padding", "inset", "border-width", "margin-left", "left", "color");
  fc.assert(
    fc.property(name, fc.array(side, { minLength: 1, maxLength: 4 }), (property, sides) => {
      const logical = logicalOf(property, sides.join(" "));
      for (const declaration of logical?.split(";") ?? []) {
        const [first = "", second = ""] = declaration.split(":");
        expect(declaration).not.toMatch(/left|right/);
        expect(logicalOf(first, second)).toBeUndefined();
      }
    }),
  );
});
