import { TranslateIcon } from "@sanity/icons/Translate";
import { Button } from "@sanity/ui";
import type { ReactElement } from "react";
import { useLocale } from "sanity";

interface LanguageSwitchProps {
  readonly place: "topbar" | "drawer";
  readonly onSwitch: () => void;
}

/** A button for each language but the present one, named in that language, for those who read no other. */
export function LanguageSwitch({ place, onSwitch }: LanguageSwitchProps): ReactElement {
  const { locales, currentLocale, changeLocale } = useLocale();
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
            onClick={() => {
              onSwitch();
              void changeLocale(id);
            }}
          />
        ))}
    </>
  );
}
