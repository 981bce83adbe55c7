import type { ReactElement } from "react";
import {
  type ArrayOfObjectsInputProps,
  type InputProps,
  definePlugin,
  isArrayOfObjectsSchemaType,
} from "sanity";
import { TableGrid } from "./table-grid.tsx";

function WithTableGrid(props: InputProps): ReactElement {
  return isRowsInput(props) ? <TableGrid {...props} /> : props.renderDefault(props);
}

const isRowsInput = (props: InputProps): props is ArrayOfObjectsInputProps =>
  isArrayOfObjectsSchemaType(props.schemaType) && props.schemaType.of.some(({ name }) => name === "tableRow");

/** Shows the rows of tables as a grid instead of a list of rows that each open by themselves. */
export const tableGrid = definePlugin({ name: "table-grid", form: { components: { input: WithTableGrid } } });
