import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLocalStack } from '../../../../cdk/local/demo/find-stack.ts';

const PEER = { github: 'http://127.0.0.1:9001', token: 'owner-token', enterprise: 'acme' };

describe('findLocalStack', () => {
  let data: string;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'find-stack-'));
  });

  afterAll(() => rm(data, { recursive: true }));

  it('reads where the running stack is', async () => {
    const run = { api: 'http://127.0.0.1:3000/', s3: 'http://127.0.0.1:9000', bucket: 'usage', ...PEER };
    await writeFile(join(data, 'run.json'), JSON.stringify(run));
    expect(await findLocalStack(data)).toEqual({
      api: 'http://127.0.0.1:3000',
      bucketUrl: 'http://127.0.0.1:9000/usage',
      peerUrl: 'http://127.0.0.1:9001',
      token: 'owner-token',
    });
  });

  it('says how to start the stack when none runs there', async () => {
    await expect(findLocalStack(join(data, 'elsewhere'))).rejects.toThrow('Start it first: npm start');
  });
});
