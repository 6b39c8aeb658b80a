import * as z from 'zod';
import { Child } from './child.ts';
import type { BenchFile } from './usage-files.ts';

/** What `JSON.parse(readFileSync(file, 'utf8'))` of the same accounts takes in a new process, and nothing else. */
export interface Baseline {
  readonly file: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakRssMb: number;
}

const answerSchema = z.object({ seconds: z.number(), cpuSeconds: z.number() });

export async function measureBaseline({ name, jsonPath, jsonBytes }: BenchFile): Promise<Baseline> {
  const child = new Child({ file: 'json-parse-process.mjs', args: [jsonPath] });
  const answer = await child.answer(answerSchema);
  const peakRssMb = await child.peakRssMb();
  await child.stop();
  return { file: name, bytes: jsonBytes, ...answer, peakRssMb };
}
