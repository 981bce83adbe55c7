import { expect, it } from "vitest";
import { contentTypeOf } from "../../../lake/assets/content-type.ts";

it.each([
  ["image/png", "image/png", true],
  ["IMAGE/PNG", "image/png", true],
  ["audio/mpeg", "audio/mpeg", true],
  ["application/pdf", "application/pdf", true],
  ["application/pdf; name=x", "application/pdf", true],
  ["video/mp4; codecs=avc1", "video/mp4", true],
  ["text/plain", "text/plain; charset=utf-8", false],
  ["text/plain;charset=iso-8859-6", "text/plain; charset=iso-8859-6", false],
  ["text/html; charset=utf-8", "text/html; charset=utf-8", false],
  ["image/svg+xml", "image/svg+xml", false],
  ["image/svg+xml; charset=utf-8", "image/svg+xml; charset=utf-8", false],
  ["image/svg+xml;charset=utf-8", "image/svg+xml; charset=utf-8", false],
  ["image/svg+xml ; x=y", "image/svg+xml", false],
  ["Image/SVG+XML", "image/svg+xml", false],
  [" image/svg+xml", "image/svg+xml", false],
  ["image/svg", "image/svg", false],
  ["image/x-anything+xml", "image/x-anything+xml", false],
  ["image/png, text/html", "application/octet-stream", false],
  ['image/png;charset="x, text/html"', "image/png", true],
  ["image/png\r\nX: y", "application/octet-stream", false],
  ["image", "application/octet-stream", false],
  ["", "application/octet-stream", false],
  [undefined, "application/octet-stream", false],
  [{ toString: 1 }, "application/octet-stream", false],
])("contentTypeOf() reads %j", (given, header, isInert) => {
  expect(contentTypeOf(given)).toEqual({ header, isInert });
});
