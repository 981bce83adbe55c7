/** Id of the pane of the sources in the structure, and so in addresses. */
export const sourcesPaneId = "sources";
