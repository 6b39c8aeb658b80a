import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DEFAULT_INSTANCES, plantInstances } from '../support/enterprise/instances.ts';
import { consumedLicensesPages } from '../support/enterprise/writers/consumed-licenses-json.ts';
import { plainUsageExport } from '../support/enterprise/writers/usage-export.ts';
import { usersReport } from '../support/enterprise/writers/users-report.ts';
import { Population } from './population.ts';

/** One file that is dropped. */
export interface BenchFile {
  readonly name: string;
  /** Object key under which it is dropped. */
  readonly key: string;
  readonly path: string;
  readonly bytes: number;
  /** The same accounts as JSON: the file itself, unless it is a CSV. */
  readonly jsonPath: string;
  readonly jsonBytes: number;
}

type Text = () => Iterable<string>;

/** Writes the files of three instances and of the cloud enterprise, each with `accounts` accounts. */
export async function writeUsageFiles(
  directory: string,
  accounts: number,
  seed: number,
): Promise<readonly BenchFile[]> {
  const instances = plantInstances(DEFAULT_INSTANCES, seed);
  const population = new Population(accounts, instances, seed);
  const files: BenchFile[] = [];
  for (const instance of instances) {
    const exported: Text = () => plainUsageExport(instance, population.serverUsers(instance));
    // The middle one is a users report: its baseline parses the same accounts as an export.
    const report: Text = () => usersReport(population.serverUsers(instance));
    const isReport = instance === instances[1];
    files.push(
      isReport
        ? await writeFile(directory, `uploads/${instance.hostName}/all_users.csv`, report, exported)
        : await writeFile(directory, `uploads/${instance.hostName}.json`, exported),
    );
  }
  const seats = { consumed: accounts, purchased: accounts };
  const licenses: Text = () => consumedLicensesPages(population.licenses(), seats);
  files.push(await writeFile(directory, 'uploads/consumed-licenses.json', licenses));
  return files;
}

async function writeFile(directory: string, key: string, text: Text, asJson?: Text): Promise<BenchFile> {
  const name = key.replace('uploads/', '').replaceAll('/', ' ');
  const path = join(directory, name);
  const jsonPath = asJson === undefined ? path : `${path}.json`;
  await pipeline(Readable.from(text()), createWriteStream(path));
  if (asJson !== undefined) await pipeline(Readable.from(asJson()), createWriteStream(jsonPath));
  const [{ size: bytes }, { size: jsonBytes }] = [await stat(path), await stat(jsonPath)];
  return { name, key, path, bytes, jsonPath, jsonBytes };
}
