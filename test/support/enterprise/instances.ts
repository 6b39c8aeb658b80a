import { type HostName, normalizeHostName } from '../../../shared/domain/host-name.ts';
import { Random } from './random.ts';

/** Which files of an instance are dropped, in the order of their observation. */
export type InstanceFiles = 'export-then-report' | 'report-then-export' | 'report-then-encrypted-export';

const FILES_BY_POSITION: readonly InstanceFiles[] = [
  'export-then-report',
  'report-then-export',
  'report-then-encrypted-export',
];

export interface PlantedInstance {
  readonly hostName: HostName;
  readonly serverId: string;
  readonly version: string;
  readonly files: InstanceFiles;
}

/** GitHub's rows name accounts of it, and no file of it is ever dropped. */
export const UNOBSERVED_HOST = hostName('ghes-legacy.example.com');

export const DEFAULT_INSTANCES = ['ghes-emea.example.com', 'ghes-apac.example.com', 'ghes-amer.example.com'];

const INSTANCE_STREAM = 1;

/** Throws a RangeError for fewer than three names: each way of dropping files needs an instance. */
export function plantInstances(names: readonly string[], seed: number): readonly PlantedInstance[] {
  if (names.length < FILES_BY_POSITION.length) {
    throw new RangeError(`name at least ${FILES_BY_POSITION.length} instances, not ${names.length}`);
  }
  const random = new Random(seed, INSTANCE_STREAM);
  return names.map((name, position) => ({
    hostName: hostName(name),
    serverId: uuid(random.bytes(16)),
    version: `3.${random.int(13, 19)}.${random.int(0, 9)}`,
    files: FILES_BY_POSITION[position % FILES_BY_POSITION.length] ?? 'export-then-report',
  }));
}

function hostName(name: string): HostName {
  const normalized = normalizeHostName(name);
  if (normalized === null) throw new RangeError(`${name} is no host name`);
  return normalized;
}

/** RFC 9562: version 4, variant 8. */
function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
