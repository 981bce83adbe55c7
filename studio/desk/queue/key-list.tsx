import { Flex, KBD, Stack, Switch, Text } from "@sanity/ui";
import { useId, useState, type ReactElement } from "react";
import { useTranslation } from "sanity";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { areKeysOn, setKeysOn } from "./keys-setting.ts";
import { queueKeys } from "./queue-keys.ts";

/** The keys of the queue, and a switch for those who press them without meaning to. */
export function KeyList(): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const [isOn, setIsOn] = useState(areKeysOn);
  const id = useId();
  return (
    <>
      <Stack as="ul" gap={3} margin={0} padding={0} className="copydesk-queue-keys">
        {queueKeys.map(({ key, says }) => (
          <Flex as="li" key={key} gap={3} align="center">
            <KBD dir="ltr">{key}</KBD>
            <Text size={1}>{t(says)}</Text>
          </Flex>
        ))}
      </Stack>
      <Text size={1}>{t("queue.keys.while-typing")}</Text>
      <Text size={1}>{t("queue.keys.escape")}</Text>
      <Flex gap={3} align="center">
        <Switch
          id={id}
          checked={isOn}
          onChange={({ currentTarget: { checked } }) => {
            setKeysOn(checked);
            setIsOn(checked);
          }}
        />
        <Text as="label" htmlFor={id} size={1}>
          {t("queue.keys.on")}
        </Text>
      </Flex>
    </>
  );
}
