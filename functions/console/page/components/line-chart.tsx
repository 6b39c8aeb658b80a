import { useEffect, useRef } from 'preact/hooks';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTranslator } from '../language/language-context.tsx';
import type { Translator } from '../language/translator.ts';
import { onThemeChange } from '../preferences/theme.ts';
import './line-chart.css';

export interface ChartLine {
  readonly label: string;
  /** Of a CSS variable. */
  readonly color: `--${string}`;
  readonly dashed: boolean;
  /** One for each day; null where it is not known. */
  readonly values: readonly (number | null)[];
}

interface LineChartProps {
  /** What it shows, in words: whoever does not see it gets this, and the table beside it. */
  readonly label: string;
  /** `YYYY-MM-DD`, ascending. */
  readonly days: readonly string[];
  readonly lines: readonly ChartLine[];
}

const HEIGHT_PX = 280;
const DAY_SECONDS = 24 * 60 * 60;
const LABEL_SPACE_PX = 80;

/** Steps of the time axis: never less than a day, since there is one point a day. */
const TIME_STEPS = [1, 2, 7, 14, 30, 90, 180, 365, 730].map((days) => days * DAY_SECONDS);

/** Numbers over days. The library is loaded when the first chart is shown. */
export function LineChart({ label, days, lines }: LineChartProps) {
  const translator = useTranslator();
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let chart: uPlot | undefined;
    let gone = false;
    const draw = async () => {
      const { default: UPlot } = await import('uplot');
      if (gone) return;
      chart?.destroy();
      chart = new UPlot(optionsOf(element, lines, translator), dataOf(days, lines), element);
      chart.setLegend({ idx: days.length - 1 });
    };
    const sizes = new ResizeObserver(() => chart?.setSize({ width: element.clientWidth, height: HEIGHT_PX }));
    sizes.observe(element);
    const stopTheme = onThemeChange(draw);
    draw();
    return () => {
      gone = true;
      stopTheme();
      sizes.disconnect();
      chart?.destroy();
    };
  }, [days, lines, translator]);
  return (
    <figure class="line-chart" aria-label={label}>
      <div ref={container} aria-hidden="true" />
    </figure>
  );
}

function dataOf(days: readonly string[], lines: readonly ChartLine[]): uPlot.AlignedData {
  const seconds = days.map((day) => Date.parse(day) / 1000);
  return [seconds, ...lines.map(({ values }) => [...values])];
}

function optionsOf(element: Element, lines: readonly ChartLine[], translator: Translator): uPlot.Options {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: color('--fgColor-muted'),
    grid: { stroke: color('--borderColor-muted'), width: 1 },
    ticks: { show: false },
    font: `12px ${style.fontFamily}`,
  };
  const dayOf = (seconds: number) => new Date(seconds * 1000).toISOString();
  return {
    width: element.clientWidth,
    height: HEIGHT_PX,
    // Days are those of UTC.
    tzDate: (seconds) => new Date((seconds + new Date(seconds * 1000).getTimezoneOffset() * 60) * 1000),
    axes: [
      {
        ...axis,
        space: LABEL_SPACE_PX,
        incrs: TIME_STEPS,
        values: (_chart, ticks) => ticks.map((tick) => translator.shortDay(dayOf(tick))),
      },
      { ...axis, size: 64, values: (_chart, ticks) => ticks.map((tick) => translator.number(tick)) },
    ],
    // Nothing pointed at: the legend tells the newest.
    hooks: {
      setCursor: [(chart) => chart.cursor.idx == null && chart.setLegend({ idx: chart.data[0].length - 1 })],
    },
    scales: { y: { range: (_chart, _min, max) => [0, max === 0 ? 1 : max * 1.1] } },
    series: [
      {
        label: translator.text('usage.day'),
        value: (_chart, seconds) => (seconds === null ? '–' : translator.day(dayOf(seconds))),
      },
      ...lines.map((line) => ({
        label: line.label,
        stroke: color(line.color),
        width: 2,
        ...(line.dashed ? { dash: [6, 4] } : {}),
        value: (_chart: uPlot, value: number | null) => (value === null ? '–' : translator.number(value)),
      })),
    ],
  };
}
