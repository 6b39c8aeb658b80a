import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Everything that the local run leaves on disk. */
export interface DataDirectory {
  readonly path: string;
  readonly dynamodb: string;
  readonly s3: string;
  readonly cloudAssembly: string;
  readonly logs: string;
  readonly runFile: string;
  readonly peerTokens: string;
  /** Lets the next one in. */
  unlock(): void;
}

/** Makes the directory and locks it. Throws when another local run uses it. `fresh` forgets what is there. */
export async function openDataDirectory(directory: string, fresh: boolean): Promise<DataDirectory> {
  const path = resolve(directory);
  await mkdir(path, { recursive: true });
  const unlock = lock(path);
  const paths = {
    dynamodb: join(path, 'dynamodb'),
    s3: join(path, 's3'),
    cloudAssembly: join(path, 'cdk.out'),
    logs: join(path, 'logs'),
    runFile: join(path, 'run.json'),
    peerTokens: join(path, 'peer-tokens.json'),
  };
  if (fresh) {
    // By name: the directory may hold things that are not ours.
    await Promise.all(Object.values(paths).map((file) => rm(file, { recursive: true, force: true })));
  }
  await mkdir(paths.logs, { recursive: true });
  return { path, ...paths, unlock };
}

/** A lock that the operating system takes back when the process dies, however it dies: SQLite's on its database. */
function lock(directory: string): () => void {
  const database = new DatabaseSync(join(directory, 'lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const message = `${directory} is in use by another npm start: stop that one, or give another directory with --data`;
    throw new Error(message, { cause: error });
  }
  return () => database.close();
}
