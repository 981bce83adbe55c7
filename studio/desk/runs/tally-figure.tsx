import { Card, Flex, Heading, Text } from "@sanity/ui";
import { useId, type ReactElement } from "react";
import { useNumberFormat, useTranslation } from "sanity";
import type { QueueFilter } from "../../../schemas/index.ts";
import { deskNamespace } from "../i18n/desk-namespace.ts";
import { QueueLink } from "../queue/queue-link.tsx";
import { BarChart } from "./bar-chart.tsx";

/** A bar, and a row of the table beside it. */
interface TallyRow {
  readonly name: string;
  readonly value: number;
  /** Where in the queue these stories are. */
  readonly filter?: QueueFilter;
  readonly note?: string | undefined;
}

interface TallyFigureProps {
  readonly title: string;
  /** What the numbers are of. */
  readonly unit: string;
  readonly rows: readonly TallyRow[];
  readonly shape?: "columns" | "bars";
  readonly note?: string | undefined;
}

/** More bars are not told apart; the table has all. */
const mostBars = 12;

/** Numbers as a chart, and as a table whose rows lead to the queue. */
export function TallyFigure({ title, unit, rows, shape = "bars", note }: TallyFigureProps): ReactElement {
  const { t } = useTranslation(deskNamespace);
  const number = useNumberFormat();
  const id = useId();
  if (rows.length === 0) return <></>;
  const drawn = shape === "columns" ? rows : rows.slice(0, mostBars);
  return (
    <Card as="section" border radius={2} padding={3} aria-labelledby={id}>
      <Flex direction="column" gap={4}>
        <Heading as="h3" size={0} id={id}>
          {title}
        </Heading>
        {note !== undefined && <Text size={1}>{note}</Text>}
        <div className="copydesk-runs-figure">
          <BarChart
            label={t("runs.chart.drawn", { title })}
            names={drawn.map(({ name }) => name)}
            values={drawn.map(({ value }) => value)}
            shape={shape}
          />
          <div className="copydesk-runs-table" tabIndex={0} role="group" aria-labelledby={id}>
            <table>
              <thead>
                <tr>
                  <th scope="col">
                    <Text size={1}>{title}</Text>
                  </th>
                  <th scope="col">
                    <Text size={1}>{unit}</Text>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, value, filter, note: rowNote }) => (
                  <tr key={name}>
                    <th scope="row">
                      <Text size={1}>
                        <bdi>{filter ? <QueueLink filter={filter}>{name}</QueueLink> : name}</bdi>
                        {rowNote !== undefined && ` — ${rowNote}`}
                      </Text>
                    </th>
                    <td>
                      <Text size={1}>{number.format(value)}</Text>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </Flex>
    </Card>
  );
}
