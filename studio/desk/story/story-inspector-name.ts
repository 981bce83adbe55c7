/** Under which name Studio knows the panel, in addresses too. */
export const storyInspectorName = "copydesk-story";
