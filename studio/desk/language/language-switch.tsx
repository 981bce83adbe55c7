import { TranslateIcon } from "@sanity/icons/Translate";
import { Button } from "@sanity/ui";
import { useState, type ReactElement } from "react";
import { useLocale } from "sanity";
import { keepFocus } from "./focus-after-switch.ts";

/** How long Studio may keep what was typed last to itself: it sends it once a second. */
const lastWordsMs = 1_500;

/** A button for each language but the present one, named in that language, for those who read no other. */
export function LanguageSwitch({ place }: { readonly place: "topbar" | "drawer" }): ReactElement {
  const { locales, currentLocale, changeLocale } = useLocale();
  const [isSwitching, setIsSwitching] = useState(false);
  // The names of types and fields are in the schema, which is made when the page is loaded.
  const switchTo = (id: string): void => {
    setIsSwitching(true);
    keepFocus();
    setTimeout(() => void changeLocale(id).finally(() => location.reload()), lastWordsMs);
  };
  return (
    <>
      {locales
        .filter(({ id }) => id !== currentLocale.id)
        .map(({ id, title }) => (
          <Button
            key={id}
            lang={id}
            data-language-switch={place}
            mode="bleed"
            fontSize={1}
            padding={place === "topbar" ? 2 : 3}
            justify="flex-start"
            icon={TranslateIcon}
            text={title}
            loading={isSwitching}
            onClick={() => switchTo(id)}
          />
        ))}
    </>
  );
}
