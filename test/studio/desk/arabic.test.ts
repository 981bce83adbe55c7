import { glob } from "node:fs/promises";
import { usEnglishLocale, type LocaleResourceBundle } from "sanity";
import { structureTool } from "sanity/structure";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { arabicLocale } from "../../../studio/desk/i18n/arabic-locale.ts";
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
    expect(changedSlots(source, target)).toEqual([]);
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

test("our own screens say everything in English and in Arabic, with the same placeholders", async () => {
  let files = 0;
  for await (const file of glob("../../../studio/desk/i18n/*-strings.ts", { cwd: import.meta.dirname })) {
    files += 1;
    const exported: object = await import(file);
    const ours = Object.values(exported)
      .flatMap((value) => ownBundles.safeParse(value).data ?? [])
      .filter(({ namespace }) => namespace === deskNamespace);
    const said = (id: string): Strings =>
      Object.assign({}, ...ours.filter(({ locale }) => locale === id).map((bundle) => bundle.resources));
    const [source, target] = [said("en-US"), said("ar")];
    expect(Object.keys(source)).not.toEqual([]);
    expect({ file, keys: Object.keys(target).toSorted() }).toEqual({
      file,
      keys: keysInArabic(Object.keys(source)).toSorted(),
    });
    expect(changedSlots(source, target)).toEqual([]);
  }
  expect(files).toBeGreaterThan(0);
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

/** The keys of those that lost or won a placeholder. A plural form may say the number by itself: "two documents". */
function changedSlots(source: Strings, target: Strings): string[] {
  return Object.keys(target).filter((key) => {
    const original = source[key] ?? source[key.replace(pluralForm, "_other")] ?? source[singular(key)] ?? "";
    const slots = (text = ""): string[] =>
      slotsOf(text).filter((each) => each !== "{{count}}" || !pluralForm.test(key));
    return slots(original).join() !== slots(target[key]).join();
  });
}

const resources = z.record(z.string(), z.string());
const ownBundles = z.array(z.object({ locale: z.string(), namespace: z.string(), resources }));

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
