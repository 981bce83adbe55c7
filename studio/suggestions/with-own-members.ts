import { referenceStrength } from "../../schemas/index.ts";

/**
 * What the source says, with what a document has besides: members that neither version of the source has, at any depth.
 * Members of arrays are the same where their keys are. Pure.
 */
export function withOwnMembers(incoming: unknown, here: unknown, base: unknown): unknown {
  if (Array.isArray(incoming)) {
    return incoming.map((member: unknown) => {
      const [mine, was] = [here, base].map((list) => sameMember(list, member));
      return mine === undefined ? member : withOwnMembers(member, mine, was);
    });
  }
  if (!isRecord(incoming) || !isRecord(here)) return incoming;
  const known = isRecord(base) ? base : {};
  const said = Object.entries(incoming).map(([name, value]) => [
    name,
    withOwnMembers(value, here[name], known[name]),
  ]);
  // How strongly a reference holds is decided by whoever writes it.
  const own = Object.entries(here).filter(
    ([name]) => !(name in incoming) && !(name in known) && !referenceStrength.has(name),
  );
  return Object.fromEntries([...said, ...own]);
}

const sameMember = (list: unknown, member: unknown): unknown =>
  Array.isArray(list) && isRecord(member) && member["_key"] !== undefined
    ? list.find((other: unknown) => isRecord(other) && other["_key"] === member["_key"])
    : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
