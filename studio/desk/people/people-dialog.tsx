import { Button, Card, Flex, Heading, Stack, Text } from "@sanity/ui";
import { useEffect, useState, type ReactElement, type ReactNode } from "react";
import { useClient, useTranslation } from "sanity";
import { DeskDialog } from "../../focus/desk-dialog.tsx";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { reasonOf } from "../i18n/reason-of.ts";
import { PersonAvatar } from "./person-avatar.tsx";
import { freeColor } from "./person-colors.ts";
import { PersonForm } from "./person-form.tsx";
import { fetchPeopleHere, sayWhoIAm, type Said, type WhoIAm } from "./say-who-i-am.ts";
import { usePeople } from "./use-people.ts";

interface PeopleDialogProps {
  /** Who the browser is; `undefined` when it has not been said yet. */
  readonly myId: string | undefined;
  readonly onSaid: () => void;
  readonly onClose: () => void;
}

/** Asks who sits here: somebody who has been here before, or somebody new; or changes one's own name and colour. */
export function PeopleDialog({ myId, onSaid, onClose }: PeopleDialogProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const client = useClient({ apiVersion: "2025-02-19" });
  const others = usePeople().filter(({ id }) => id !== myId && id !== "local");
  const [isNew, setIsNew] = useState(myId === undefined);
  const [form, setForm] = useState<FormStart>();
  const [outcome, setOutcome] = useState<Said | "sending">();

  useEffect(() => {
    fetchPeopleHere(client).then(
      ({ me, people }) => setForm({ mine: me ?? undefined, free: freeColor(people) }),
      (error: unknown) => setOutcome({ kind: "failed", error }),
    );
  }, [client]);

  async function say(who: WhoIAm): Promise<void> {
    setOutcome("sending");
    const said = await sayWhoIAm(client, who);
    if (said.kind === "said") onSaid();
    else setOutcome(said);
  }

  const isSending = outcome === "sending";
  const mine = isNew ? undefined : form?.mine;
  return (
    <DeskDialog
      id="who-i-am"
      header={t(myId === undefined ? "people.who-are-you" : "people.about-me")}
      width={0}
      onClose={onClose}
    >
      <Stack gap={5} padding={4}>
        <Text size={1} muted>
          {t("people.what-for")}
        </Text>
        {outcome !== undefined && outcome !== "sending" && <Trouble said={outcome} />}
        {others.length > 0 && (
          <Section title={t(myId === undefined ? "people.been-here" : "people.somebody-else")}>
            <Flex gap={2} wrap="wrap">
              {others.map(({ id, displayName }) => (
                <Button
                  key={id}
                  mode="ghost"
                  padding={2}
                  disabled={isSending}
                  onClick={() => void say({ kind: "known", id })}
                >
                  <Flex align="center" gap={2}>
                    <PersonAvatar id={id} />
                    <Text size={1}>
                      <bdi>{displayName}</bdi>
                    </Text>
                  </Flex>
                </Button>
              ))}
            </Flex>
          </Section>
        )}
        {form !== undefined && (
          <Section title={isNew && others.length > 0 ? t("people.new-here") : undefined}>
            <PersonForm
              // Begins anew with what it is given.
              key={mine?.id ?? "new"}
              name={mine?.name ?? ""}
              color={mine?.color ?? form.free}
              label={t(isNew ? "people.start" : "people.save")}
              disabled={isSending}
              onSubmit={(person) => void say({ kind: mine === undefined ? "new" : "change", ...person })}
            />
          </Section>
        )}
        <Flex justify="flex-start">
          {myId === undefined ? (
            <Button mode="bleed" fontSize={1} text={t("people.later")} onClick={onClose} />
          ) : (
            !isNew && (
              <Button mode="bleed" fontSize={1} text={t("people.new-here")} onClick={() => setIsNew(true)} />
            )
          )}
        </Flex>
      </Stack>
    </DeskDialog>
  );
}

/** What the form begins with. */
interface FormStart {
  readonly mine: { readonly id: string; readonly name: string; readonly color: string } | undefined;
  /** A colour for somebody new. */
  readonly free: string;
}

function Trouble({ said }: { said: Said }): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const text =
    said.kind === "failed"
      ? t("people.failed", { reason: reasonOf(said.error, t) })
      : t(`people.${said.kind}`);
  return (
    <Card tone="critical" padding={3} radius={2} role="alert">
      <Text size={1}>{text}</Text>
    </Card>
  );
}

function Section({ title, children }: { title: string | undefined; children: ReactNode }): ReactElement {
  return (
    <Stack gap={4}>
      {title !== undefined && (
        <Heading as="h3" size={0}>
          {title}
        </Heading>
      )}
      {children}
    </Stack>
  );
}
