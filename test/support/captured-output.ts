import { onTestFinished, vi } from 'vitest';
import * as z from 'zod';

const logLine = z.looseObject({ message: z.string().optional(), level: z.string().optional() });
export type LogLine = z.output<typeof logLine>;

/** What is written to standard output until the test ends: log lines and metrics, as text and as data. */
export interface CapturedOutput {
  text(): string;
  lines(): readonly LogLine[];
}

export function captureOutput(): CapturedOutput {
  const chunks: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      chunks.push(String(chunk));
      return true;
    }),
  );
  onTestFinished(() => {
    for (const stream of streams) stream.mockRestore();
  });
  const text = () => chunks.join('');
  return {
    text,
    lines: () =>
      text()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => logLine.parse(JSON.parse(line))),
  };
}
