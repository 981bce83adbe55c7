import { describe, expect, it } from "vitest";
import { LakeError } from "../../../../lake/core/lake-error.ts";
import { parseQuery } from "../../../../lake/query/parse/parse-query.ts";
import { queryFunctions } from "../../../../lake/query/parse/query-functions.ts";

/** The refusal of a query, as `message | offending characters`; `""` when it is accepted. */
function refusalOf(query: string, params = {}, use: "alone" | "at-once" = "alone"): string {
  try {
    parseQuery(query, params, use);
    return "";
  } catch (error) {
    if (!(error instanceof LakeError)) throw error;
    const { start, end, type, query: given } = Object(error.body["error"]);
    expect([error.status, type, given]).toEqual([400, "queryParseError", query]);
    return `${error.message} | ${query.slice(start, end)}`;
  }
}

describe("parseQuery()", () => {
  it.each([
    ["of GROQ there is none such", "*[nope(1)]", "nope() is no function of GROQ | nope"],
    ["in an unknown namespace", "a::b(1)", "a::b() is no function of GROQ | a::b"],
    ["with too few arguments", "count( )", "count() takes 1 argument, not 0 | count"],
    ["with too many", "1 + round(1, 2, [3, 4],)", "round() takes 1 or 2 arguments, not 3 | round"],
    [
      "with any number but none",
      "*[references()]",
      "references() takes 1 or more arguments, not 0 | references",
    ],
    ["that takes none", "now(1)", "now() takes no arguments, not 1 | now"],
    ["in the namespace of all", "global::count()", "count() takes 1 argument, not 0 | global::count"],
    ["apart from its brackets", "geo :: contains", ""],
    ["that stands in a text, too", '"nope(1)" == nope (2)', ""],
    ["that stands in a comment, too", "// nope(1)\n[1, nope(2)]", "nope() is no function of GROQ | nope"],
    [
      "behind a pipe",
      "* | count()",
      "count() cannot stand behind a pipe, only order() and score() can | count",
    ],
    ["without a pipe", "[order(a)]", "order() can only stand behind a pipe | order"],
    ["outside of score()", "*[boost(a, 2)]", "boost() can only stand within score() | boost"],
    [
      "without match",
      '*[(text::query("a"))]',
      "text::query() can only stand to the right of match | text::query",
    ],
    [
      "in a part of what match asks for",
      '*[a match (text::query("a") + "b")]',
      "text::query() can only stand to the right of match | text::query",
    ],
    [
      "outside of diff::",
      "*[anywhere(a)]",
      "anywhere() can only stand within diff::changedAny() and diff::changedOnly() | anywhere",
    ],
    ["of webhooks", "*[ before().a == 1]", "before() is not available, only a webhook sees a document"],
    [
      "of other machines",
      "*{'a': media::aspect(a, 'b')}",
      "media::aspect() is not available, the lake has no",
    ],
    [
      "that a definition does not define",
      "fn a::b($c) = $c{d}; a::bb(1)",
      "a::bb() is no function of GROQ | a::bb",
    ],
  ])("refuses a function %s", (_, query, refusal) => {
    if (refusal === "") expect(refusalOf(query)).toMatch(/^Syntax error/);
    else expect(refusalOf(query)).toContain(`Cannot run query: ${refusal}`);
  });

  it("refuses what cannot be evaluated at once, to those who need it at once", () => {
    const query = "*[diff::changedAny(@, {}, a)]";
    expect(refusalOf(query)).toBe("");
    expect(refusalOf(query, {}, "at-once")).toMatch(/not to listeners and mutations \| diff::changedAny$/);
  });

  it.each([
    ["by itself", "*[a == $id]", {}, "$id", 7],
    ["beside one whose name it begins", "$idea + $id", { idea: 1 }, "$id", 8],
    ["beside a text", '"$id" == $id', {}, "$id", 9],
    ["behind a comment", "// $id\n$id", {}, "$id", 7],
    ["beside that of a function", "fn a::b($id) = $id{c}; a::b($id)", {}, "$id", 28],
    ["of a name that every object has", "$toString", {}, "$toString", 0],
  ])("points at a parameter that is not given, %s", (_, query, params, name, start) => {
    expect(refusalOf(query, params)).toBe(`param ${name} referenced, but not provided | ${name}`);
    expect(() => parseQuery(query, params)).toThrow(
      expect.objectContaining({
        body: { error: expect.objectContaining({ start, end: start + name.length }) },
      }),
    );
  });

  it.each([
    ["a bracket that is not closed", "*[a == 1", " | "],
    ["a word out of place", "*[a == 1] b // c", 'Unexpected "b" | b'],
    ["a sign out of place", "{'a': 1]", " | ]"],
    ["a bracket too many", "[a]]", 'Unexpected "]" | ]'],
    ["nothing but a blank", " ", "Expected expression | "],
    ["a text that does not end", "'a", " | "],
    ["a word out of place behind a geo()", "geo(a) b", 'Unexpected "b" | b'],
    ["an asc out of place", "*[a asc]", "unexpected asc | asc"],
    ["an escape that there is not", "'a\\q'", '"\\q" stands for no character | \\q'],
    ["an escape that does not end", "'\\u{41' + '}'", "\"\\u{41'\" stands for no character | \\u{41'"],
    ["a character beyond Unicode", "'\\u{110000}'", "stands for no character | \\u{110000}"],
  ])("says where there is %s", (_, query, refusal) => {
    expect(refusalOf(query)).toContain(refusal);
  });

  it.each([
    ["brackets", `${"(".repeat(600)}1${")".repeat(600)}`, "("],
    ["brackets that are never closed", "[".repeat(10_000), "["],
    ["projections", `${"{'a':".repeat(300)}1${"}".repeat(300)}`, "{"],
    ["denials", `[${"!".repeat(600)}a]`, "["],
  ])("points into a query that nests too deep by %s", (_, query, offending) => {
    expect(refusalOf(query)).toBe(`Cannot run query: it nests deeper than 500 levels | ${offending}`);
  });

  it("has every escape mean its character", () => {
    expect(parseQuery("'\\u{1f4f0} \\u00e9 \\n\\\"'", {})).toEqual({ type: "Value", value: '📰 é \n"' });
  });

  it("takes geo() for what it is, whatever stands around it", () => {
    expect(parseQuery("[ 'geo(1)', geo (a), global::geo(b) ] // geo(", {})).toMatchObject({
      elements: [
        { value: { value: "geo(1)" } },
        ...["a", "b"].map((name) => ({ value: { namespace: "geo", name: "latLng", args: [{ name }] } })),
      ],
    });
    expect(refusalOf("geo::latLng(1)")).toContain("takes 2 arguments, not 1");
  });

  it("knows every function that is described anywhere", () => {
    // The GROQ specification (sections 11 to 14), Sanity's reference (sanity.io/docs/groq-functions), and groq-js 2.0.1.
    const described =
      `after anywhere before boost coalesce count dateTime defined geo identity length lower now order path pt
      references round score select string upper array::compact array::intersects array::join array::unique dateTime::now
      delta::changedAny delta::changedOnly delta::operation diff::changedAny diff::changedOnly documents::get
      documents::incomingGlobalDocumentReferenceCount documents::incomingRefCount geo::contains geo::distance
      geo::intersects geo::latLng math::avg math::max math::min math::sum media::aspect pt::text releases::all
      sanity::dataset sanity::partOfRelease sanity::projectId sanity::versionOf string::lower string::split
      string::startsWith string::upper text::query text::semanticSimilarity user::attributes`.split(/\s+/);
    expect(queryFunctions.map(({ name }) => name).toSorted()).toEqual(described.toSorted());
    for (const { fate, instead, name } of queryFunctions)
      expect(instead !== undefined, name).toBe(fate === "refused");
  });
});
