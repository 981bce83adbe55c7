import { usEnglishLocale, type LocaleResourceBundle } from "sanity";
import { structureTool } from "sanity/structure";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { arabicLocale } from "../../../studio/desk/i18n/arabic-locale.ts";
import { peopleBundles } from "../../../studio/desk/i18n/people-strings.ts";
import { deskNamespace } from "../../../studio/desk/i18n/desk-namespace.ts";

type Strings = Readonly<Record<string, string>>;
type Bundle = Pick<LocaleResourceBundle, "namespace" | "resources">;

/** What the installed Studio says in English, by namespace. */
const english = [...(usEnglishLocale.bundles ?? []), ...pluginBundles(structureTool())];

const namespaces = (arabicLocale.bundles ?? []).map(({ namespace }) => namespace);

describe.each(namespaces)("Studio's namespace %s in Arabic", (namespace) => {
  const pair = async (): Promise<[Strings, Strings]> => [
    await stringsOf(english, namespace),
    await stringsOf(arabicLocale.bundles ?? [], namespace),
  ];

  test("has every string of the installed Studio, each plural in the six forms of Arabic, and none left over", async () => {
    const [source, target] = await pair();
    expect(Object.keys(target).toSorted()).toEqual(keysInArabic(Object.keys(source)).toSorted());
  });

  test("keeps every placeholder and component", async () => {
    const [source, target] = await pair();
    for (const [key, text] of Object.entries(target)) {
      const original =
        source[key] ?? source[key.replace(pluralForm, "_other")] ?? source[singular(key)] ?? "";
      // "One document", "two documents": these forms say the number by themselves.
      const isPlural = pluralForm.test(key);
      const withoutCount = (slots: string[]): string[] =>
        isPlural ? slots.filter((slot) => slot !== "{{count}}") : slots;
      expect({ key, slots: withoutCount(slotsOf(text)) }).toEqual({
        key,
        slots: withoutCount(slotsOf(original)),
      });
    }
  });

  test("is written in Arabic", async () => {
    const [source, target] = await pair();
    const foreign = Object.entries(target).filter(
      ([key, text]) => /\p{L}/u.test(withoutSlots(source[key] ?? "")) && !/\p{Script=Arabic}/u.test(text),
    );
    // Names, and a version's number.
    expect(foreign.map(([, text]) => text).filter((text) => !/^(Sanity Studio|v\{\{)/.test(text))).toEqual(
      [],
    );
  });
});

test("the strings of our own screens are the same in English and in Arabic, with the same placeholders", () => {
  const ours = peopleBundles.filter(({ namespace }) => namespace === deskNamespace);
  const [source, target] = ["en-US", "ar"].map((id) =>
    resources.parse(Object.assign({}, ...ours.filter(({ locale }) => locale === id).map((b) => b.resources))),
  );
  expect(Object.keys(target ?? {})).toEqual(Object.keys(source ?? {}));
  for (const [key, text] of Object.entries(target ?? {}))
    expect(slotsOf(text)).toEqual(slotsOf(source?.[key] ?? ""));
});

const pluralForm = /_(?:zero|one|two|few|many|other)$/;
const arabicForms = ["zero", "one", "two", "few", "many", "other"];

/** Where English has a plural, Arabic has six forms. A key whose last part only looks like a form is no plural. */
function keysInArabic(keys: readonly string[]): string[] {
  const plurals = keys.filter((key) => key.endsWith("_other")).map(singular);
  const forms = plurals.flatMap((plural) => arabicForms.map((form) => `${plural}_${form}`));
  return [...new Set([...keys, ...forms])];
}

const singular = (key: string): string => key.replace(pluralForm, "");

/** `{{count}}`, `<Value>`, `</Value>`, `<Field/>`, in alphabetical order: languages put them in different places. */
const slotsOf = (text: string): string[] => (text.match(slot) ?? []).toSorted();
const slot = /\{\{.*?\}\}|<\/?[A-Za-z]+\s*\/?>/g;
const withoutSlots = (text: string): string => text.replaceAll(slot, "");

const resources = z.record(z.string(), z.string());

async function stringsOf(bundles: readonly Bundle[], namespace: string): Promise<Strings> {
  const found = bundles.find((bundle) => bundle.namespace === namespace);
  if (found === undefined) throw new Error(`Studio has no namespace "${namespace}"`);
  const loaded = typeof found.resources === "function" ? await found.resources() : found.resources;
  return resources.parse("default" in loaded ? loaded["default"] : loaded);
}

function pluginBundles(plugin: ReturnType<typeof structureTool>): readonly LocaleResourceBundle[] {
  const bundles = plugin.i18n?.bundles;
  return Array.isArray(bundles) ? bundles : [];
}
