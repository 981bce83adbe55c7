import type { PeopleStore, Person, User } from "../lake-services.ts";
import { secretIn } from "./browser-cookie.ts";
import { programById, programHeader, programNamed } from "./program.ts";

/** Whoever has not said who they are. */
const localEditor: User = {
  kind: "local",
  id: "local",
  name: "Local editor",
  email: "editor@localhost",
  color: "#546e7a",
};

/** A header of a request, by its name in lower case. */
export type HeaderOf = (name: string) => string | undefined;

/**
 * The user who sends a request: the program that says so, the person that the browser's cookie stands for, or else the
 * local editor. A cookie that the lake did not give, or has taken back, stands for nobody.
 *
 * No page passes for a program: browsers add `Origin` to all that writes and `Sec-Fetch-Site` to all that does not, and
 * let no script take them away (fetch.spec.whatwg.org#forbidden-request-header).
 */
export function userOf(people: PeopleStore, header: HeaderOf): User {
  const isOfPage = header("origin") !== undefined || header("sec-fetch-site") !== undefined;
  const program = isOfPage ? undefined : programNamed(header(programHeader) ?? "");
  if (program !== undefined) return program;
  const secret = secretIn(header("cookie"), people);
  const person = secret === undefined ? undefined : people.ofBrowser(secret);
  return person === undefined ? localEditor : asUser(person);
}

/** The user who has an id, if the lake knows one. */
export function userById(people: PeopleStore, id: string): User | undefined {
  if (id === localEditor.id) return localEditor;
  const person = people.find(id);
  return person === undefined ? programById(id) : asUser(person);
}

/** A person as the user that they are for Sanity's clients. */
const asUser = (person: Person): User => ({ ...person, kind: "person", email: "" });
