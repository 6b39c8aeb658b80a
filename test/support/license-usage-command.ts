import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Enterprise } from './enterprise/enterprise.ts';
import { enterpriseFiles } from './enterprise/files.ts';

const COMMAND = join(import.meta.dirname, '../../functions/license-usage/command.ts');
const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `license-usage` as somebody does whose output is piped. */
export function runCommand(...args: readonly string[]): Promise<CommandResult> {
  return runNode(COMMAND, args);
}

export function runNode(file: string, args: readonly string[]): Promise<CommandResult> {
  const { promise, resolve, reject } = Promise.withResolvers<CommandResult>();
  execFile(process.execPath, [file, ...args], { maxBuffer: MAX_OUTPUT_BYTES }, (error, stdout, stderr) => {
    const status = error?.code ?? 0;
    if (typeof status === 'number') resolve({ status, stdout, stderr });
    else reject(error);
  });
  return promise;
}

/** Every file of the enterprise, in folders and with dates as if it had been dropped; returns the paths. */
export async function writeEnterpriseFiles(enterprise: Enterprise, directory: string): Promise<string[]> {
  const paths: string[] = [];
  for (const { name, hostName, observedDaysAgo, open } of enterpriseFiles(enterprise)) {
    const path = join(directory, 'uploads', hostName ?? '', name);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(open(), createWriteStream(path));
    // No two at the same instant, whatever the speed of the machine.
    const modifiedAt = new Date(Date.now() - observedDaysAgo * DAY_MS - paths.length * 1000);
    await utimes(path, modifiedAt, modifiedAt);
    paths.push(path);
  }
  return paths;
}
