import { definePlugin } from "sanity";
import { SuggestedField } from "./suggested-field.tsx";
import { WithSuggestions } from "./with-suggestions.tsx";

/** What the source says otherwise of a value, at the field of that value. */
export const suggestionsAtFields = definePlugin({
  name: "copydesk-suggestions-at-fields",
  form: { components: { input: WithSuggestions, field: SuggestedField } },
});
