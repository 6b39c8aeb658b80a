import { Listr } from 'listr2';
import type { StepRunner } from './run-demo.ts';

/** Shows each step with a spinner while it runs; plain lines where there is no terminal. */
export const runWithProgress: StepRunner = async (steps) => {
  const tasks = steps.map(({ title, run }) => ({
    title,
    task: async (_context: unknown, task: { title: string; output: string }) => {
      const tell = (line: string) => {
        task.output = line;
      };
      task.title = `${title}: ${await run(tell)}`;
    },
    rendererOptions: { outputBar: Number.POSITIVE_INFINITY, persistentOutput: true },
  }));
  await new Listr(tasks, { concurrent: false, fallbackRenderer: 'simple' }).run();
};
