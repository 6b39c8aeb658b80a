import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findLocalStack } from '../../../cdk/local/demo/find-stack.ts';

const START = fileURLToPath(new URL('../../../cdk/local/start.ts', import.meta.url));

const readySchema = z.strictObject({
  api: z.url(),
  s3: z.url(),
  bucket: z.string(),
  github: z.url(),
  enterprise: z.literal('acme'),
  token: z.string().startsWith('ghp_'),
  ready: z.literal(true),
});
const runFileSchema = z.object({ workers: z.record(z.string(), z.array(z.int())) });

interface Run {
  readonly process: ChildProcess;
  /** Resolves with status and signal. */
  readonly closed: Promise<unknown[]>;
  readonly ready: z.output<typeof readySchema>;
  /** All that came so far. */
  readonly output: { stdout: string; stderr: string };
}

let directory: string;
let run: Run;

async function start(): Promise<Run> {
  const args = ['--data', directory, '--port', '0', '--s3-port', '0', '--people', '20', '--json'];
  const child = spawn(process.execPath, [START, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stderr.on('data', (text) => {
    output.stderr += text;
  });
  child.stdout.on('data', (text) => {
    output.stdout += text;
  });
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  if (output.stdout === '') throw new Error(output.stderr);
  return { process: child, closed, ready: readySchema.parse(JSON.parse(output.stdout)), output };
}

function end(signal: NodeJS.Signals): Promise<unknown[]> {
  run.process.kill(signal);
  return run.closed;
}

async function workers(): Promise<Readonly<Record<string, readonly number[]>>> {
  return runFileSchema.parse(JSON.parse(await readFile(join(directory, 'run.json'), 'utf8'))).workers;
}

const usage = async () => {
  const headers = { authorization: `Bearer ${run.ready.token}` };
  return (await fetch(`${run.ready.api}/usage`, { headers })).json();
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-stack-'));
  run = await start();
});

afterAll(async () => {
  run.process.kill('SIGKILL');
  await rm(directory, { recursive: true });
});

describe('npm start', () => {
  it('runs the application as its template says: a dropped file becomes usage', async () => {
    expect(await usage()).toMatchObject({ people: 0, consumed: 0 });

    const users = [1, 2, 3].map((id) => ({
      user_id: id,
      emails: [{ email: `p${id}@example.com`, primary: true }],
    }));
    const instance = { server_id: 'a', host_name: 'ghe.example.com', version: '3.17.0' };
    const upload = await fetch(`${run.ready.s3}/${run.ready.bucket}/uploads/ghe.example.com/usage.json`, {
      method: 'PUT',
      body: JSON.stringify({ instance, users }),
    });
    expect(upload.status).toBe(200);

    await expect.poll(usage, { timeout: 40_000, interval: 200 }).toMatchObject({ people: 3, consumed: 3 });
    expect(run.output.stderr).toBe('Starting ...\n');
  });

  it('tells in run.json what whoever has only the directory needs to ask it', async () => {
    const { api, github, token } = run.ready;
    expect(await findLocalStack(directory)).toMatchObject({ api, token, peerUrl: github });
  });

  it('writes down what its functions log', async () => {
    const name = Object.keys(await workers()).find((functionName) => functionName.startsWith('Ingest'));
    const log = () => readFile(join(directory, 'logs', `${name}.log`), 'utf8');
    // Usage can be read a moment before the upload that brought it is concluded.
    await expect.poll(log, { timeout: 10_000 }).toContain('upload concluded');
  });

  it('takes its processes along when it is killed, and goes on where it was', async () => {
    const pids = Object.values(await workers()).flat();
    expect(pids).not.toEqual([]);
    await end('SIGKILL');
    await expect.poll(() => pids.filter(isAlive), { timeout: 5000 }).toEqual([]);

    const { token } = run.ready;
    run = await start();
    expect(run.ready.token).toBe(token);
    expect(await usage()).toMatchObject({ people: 3, consumed: 3 });
  });

  it('stops in order on a signal, and prints one line only', async () => {
    expect(await end('SIGTERM')).toEqual([0, null]);
    expect(run.output).toEqual({
      stdout: `${JSON.stringify(run.ready)}\n`,
      stderr: 'Starting ...\nStopping ...\n',
    });
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
