import { SearchIcon } from "@sanity/icons/Search";
import { TextInput } from "@sanity/ui";
import { useState, type ReactElement, type SubmitEvent } from "react";

interface SearchFormProps {
  readonly label: string;
  /** The words that are looked for now. */
  readonly text: string | undefined;
  readonly onSearch: (text: string) => void;
}

/** Looks for words once they are sent: a list that changes with every letter would move below the eyes. */
export function SearchForm({ label, text, onSearch }: SearchFormProps): ReactElement {
  const [typed, setTyped] = useState<{ readonly of: string | undefined; readonly text: string }>();
  // What the address says comes first again once it has changed.
  const shown = typed !== undefined && typed.of === text ? typed.text : (text ?? "");

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    onSearch(shown.trim());
  }

  return (
    <form role="search" onSubmit={submit}>
      <TextInput
        type="search"
        dir="auto"
        icon={SearchIcon}
        fontSize={1}
        padding={2}
        maxLength={200}
        aria-label={label}
        placeholder={label}
        value={shown}
        onChange={({ currentTarget: { value } }) => setTyped({ of: text, text: value })}
      />
    </form>
  );
}
