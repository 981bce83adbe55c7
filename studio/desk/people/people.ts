import { definePlugin } from "sanity";
import { peopleBundles } from "../i18n/people-strings.ts";
import { WithPeople } from "./with-people.tsx";

/** People with names and colours, in a Studio without a login: for the embedded lake alone. */
export const people = definePlugin({
  name: "copydesk-people",
  studio: { components: { layout: WithPeople } },
  i18n: { bundles: peopleBundles },
});
