/** Id of the pane of the queue in the structure, and so in addresses. */
export const queuePaneId = "queue";
