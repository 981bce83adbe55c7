import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";
import { useEffect, useRef, type ReactElement } from "react";
import { useColorSchemeValue, useCurrentLocale } from "sanity";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

interface BarChartProps {
  /** What it shows, for those who do not see it. */
  readonly label: string;
  readonly names: readonly string[];
  readonly values: readonly number[];
  /** Whether the bars stand side by side, as days do, or lie below one another. */
  readonly shape: "columns" | "bars";
}

/** Of each bar that lies, with the space around it. */
const barPx = 28;

/** Bars in the colours of the Studio and in the direction of the page. */
export function BarChart({ label, names, values, shape }: BarChartProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useColorSchemeValue();
  const { id: locale } = useCurrentLocale();

  useEffect(() => {
    if (!canvas.current) return undefined;
    const style = getComputedStyle(canvas.current);
    const isRtl = canvas.current.matches(":dir(rtl)");
    const color = (name: string): string => style.getPropertyValue(name).trim();
    const ink = color("--card-muted-fg-color");
    const lies = shape === "bars";
    const categories = { grid: { display: false }, ticks: { color: ink } };
    const numbers = {
      beginAtZero: true,
      grid: { color: color("--card-border-color") },
      ticks: { color: ink, precision: 0 },
    };
    const side = isRtl ? "right" : "left";
    const chart = new Chart(canvas.current, {
      type: "bar",
      data: {
        labels: [...names],
        datasets: [{ data: [...values], backgroundColor: color("--card-link-fg-color") }],
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: lies ? "y" : "x",
        locale,
        scales: {
          x: { ...(lies ? numbers : categories), reverse: isRtl },
          y: { ...(lies ? categories : numbers), position: side },
        },
        plugins: { tooltip: { rtl: isRtl } },
      },
    });
    return () => chart.destroy();
  }, [names, values, shape, scheme, locale]);

  const height = shape === "bars" ? barPx * (names.length + 1) : 220;
  return (
    <div className="copydesk-runs-canvas" style={{ blockSize: height }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
