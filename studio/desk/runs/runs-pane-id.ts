/** The name of the pane of imports in addresses. */
export const runsPaneId = "imports";
