import { Stack } from "@sanity/ui";
import { useContext, type ReactElement } from "react";
import type { FieldProps } from "sanity";
import { formatPath } from "../../../../schemas/index.ts";
import { SuggestionCard } from "../../../suggestions/suggestion-card.tsx";
import { LastAct } from "../../pane/last-act.tsx";
import { stepsOf } from "../../pane/open-document.ts";
import { useTitleOfPath } from "../use-title-of-path.ts";
import { fieldOf, FormSuggestionsContext, type FormSuggestions } from "./form-suggestions.ts";

/** A field of a form, with what the source says otherwise of it between its title and its value. */
export function SuggestedField(props: FieldProps): ReactElement {
  const around = useContext(FormSuggestionsContext);
  const field = around && formatPath(stepsOf(props.path));
  // The children stand where they did whether or not there is something above them: whoever types stays where they are.
  const children = (
    <>
      {around && field !== undefined && <Suggested around={around} field={field} />}
      {props.children}
    </>
  );
  return props.renderDefault({ ...props, children });
}

function Suggested({
  around,
  field,
}: {
  readonly around: FormSuggestions;
  readonly field: string;
}): ReactElement | null {
  const titleOf = useTitleOfPath();
  const { suggestions, actedAt, setActedAt, acts, ...rest } = around;
  const own = suggestions.filter((suggestion) => fieldOf(suggestion) === field);
  if (own.length === 0 && actedAt !== field) return null;
  const carryOut: typeof acts.carryOut = (what, said) => {
    setActedAt(field);
    return acts.carryOut(what, said);
  };
  return (
    <Stack gap={2} data-testid={`suggested-${field}`}>
      <Stack as="ul" gap={2} padding={0} margin={0}>
        {own.map((suggestion) => (
          <SuggestionCard
            key={suggestion._key}
            {...rest}
            acts={{ ...acts, carryOut }}
            suggestion={suggestion}
            field={titleOf(suggestion.path)}
          />
        ))}
      </Stack>
      {actedAt === field && <LastAct acts={acts} />}
    </Stack>
  );
}
