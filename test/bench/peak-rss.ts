import { readFile } from 'node:fs/promises';

/** The most memory that a process has had so far, as Linux counts it. */
export async function peakRssMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  if (kilobytes === undefined) throw new Error('the system does not tell the peak of a process: use Linux');
  return Number(kilobytes) / 1024;
}
