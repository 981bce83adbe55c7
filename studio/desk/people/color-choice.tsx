import { Text } from "@sanity/ui";
import type { CSSProperties, ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { personColors } from "./person-colors.ts";

import "./color-choice.css";

interface ColorChoiceProps {
  readonly value: string;
  readonly onChange: (hex: string) => void;
}

/** Chooses one of the colours; each has a name, for those who do not see it. */
export function ColorChoice({ value, onChange }: ColorChoiceProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  return (
    <fieldset className="color-choice">
      <Text as="legend" size={1} weight="medium">
        {t("people.color")}
      </Text>
      <div>
        {personColors.map(({ hex, name }) => (
          <input
            key={hex}
            type="radio"
            name="person-color"
            aria-label={t(name)}
            title={t(name)}
            checked={value === hex}
            onChange={() => onChange(hex)}
            style={colored(hex)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** React's type of styles knows no custom properties. */
const colored = (hex: string): CSSProperties & Readonly<Record<"--person-color", string>> => ({
  "--person-color": hex,
});
