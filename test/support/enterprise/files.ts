import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { HostName } from '../../../shared/domain/host-name.ts';
import type { UploadState } from '../../../shared/domain/upload.ts';
import type { Enterprise } from './enterprise.ts';
import type { PlantedInstance } from './instances.ts';
import type { ConsumedLicense, Seen, ServerUser } from './planted.ts';
import { consumedLicensesCsv } from './writers/consumed-licenses-csv.ts';
import { consumedLicensesPages } from './writers/consumed-licenses-json.ts';
import { encryptedUsageExport, plainUsageExport } from './writers/usage-export.ts';
import { usersReport } from './writers/users-report.ts';

/** One file of an enterprise, as somebody would drop it. */
export interface EnterpriseFile {
  readonly name: string;
  /** The instance that the dropper must name, because the file does not. */
  readonly hostName: HostName | null;
  /** How long before now the file was observed; the newest file of a source decides which accounts exist. */
  readonly observedDaysAgo: number;
  /** What may become of it. Which of several depends on what was dropped before. */
  readonly outcomes: readonly UploadState[];
  /** A fresh stream of the same bytes each time. */
  readonly open: () => Readable;
}

type Age = 'older' | 'newer';

type FileFacts = Omit<EnterpriseFile, 'open'> & {
  readonly text: () => Iterable<string>;
};

const NEWEST: readonly UploadState[] = ['merged'];
const OLDER: readonly UploadState[] = ['merged', 'superseded'];

/**
 * The files of an enterprise, those of a source not always in the order of their observation. Between them they
 * are of every format that can be dropped.
 */
export function enterpriseFiles(enterprise: Enterprise): readonly EnterpriseFile[] {
  const facts = [
    ...enterprise.instances.flatMap((instance) => filesOfInstance(enterprise, instance)),
    ...filesOfCloud(enterprise),
  ];
  return facts.map(({ text, ...file }) => ({
    ...file,
    open: () => (file.name.endsWith('.gz') ? gzipped(text()) : Readable.from(text())),
  }));
}

function filesOfInstance(enterprise: Enterprise, instance: PlantedInstance): FileFacts[] {
  const { hostName } = instance;
  const users = (age: Age) => serverUsersOf(enterprise, hostName, age);
  const report = { name: 'all_users.csv', hostName };
  const usageExport = { name: `${hostName}-license-usage.json`, hostName: null };
  const newer = { observedDaysAgo: 0, outcomes: NEWEST };
  switch (instance.files) {
    case 'export-then-report':
      return [
        {
          ...usageExport,
          observedDaysAgo: 7,
          outcomes: OLDER,
          text: () => plainUsageExport(instance, users('older')),
        },
        { ...report, ...newer, text: () => usersReport(users('newer')) },
      ];
    case 'report-then-export':
      return [
        { ...report, observedDaysAgo: 2, outcomes: OLDER, text: () => usersReport(users('older')) },
        {
          ...usageExport,
          name: `${usageExport.name}.gz`,
          ...newer,
          text: () => plainUsageExport(instance, users('newer')),
        },
      ];
    case 'report-then-encrypted-export':
      return [
        { ...report, observedDaysAgo: 1, outcomes: NEWEST, text: () => usersReport(users('newer')) },
        {
          ...usageExport,
          observedDaysAgo: 0,
          outcomes: ['encrypted'],
          text: () => encryptedUsageExport(instance, enterprise.seed),
        },
      ];
  }
}

function filesOfCloud(enterprise: Enterprise): FileFacts[] {
  const { seatsConsumed, seatsPurchased } = enterprise.truth.usage.github;
  const seats = { consumed: seatsConsumed ?? 0, purchased: seatsPurchased ?? 0 };
  const older = () => licensesOf(enterprise, 'older');
  return [
    {
      name: 'consumed_licenses-acme-2024.csv',
      hostName: null,
      observedDaysAgo: 14,
      outcomes: OLDER,
      text: () => consumedLicensesCsv(older(), 'of-2024'),
    },
    {
      name: 'consumed-licenses.json.gz',
      hostName: null,
      observedDaysAgo: 0,
      outcomes: NEWEST,
      text: () => consumedLicensesPages(licensesOf(enterprise, 'newer'), seats),
    },
    {
      name: 'consumed_licenses-acme.csv',
      hostName: null,
      observedDaysAgo: 7,
      outcomes: OLDER,
      text: () => consumedLicensesCsv(older(), 'now'),
    },
  ];
}

function gzipped(text: Iterable<string>): Readable {
  // A failure of the source destroys the stream that is returned: its reader is told.
  return pipeline(Readable.from(text), createGzip(), () => undefined);
}

/** The accounts that the older or the newer file of an instance has, by user id. */
export function* serverUsersOf(enterprise: Enterprise, hostName: HostName, age: Age): Generator<ServerUser> {
  for (const human of enterprise.humans()) {
    for (const user of human.serverUsers) if (user.hostName === hostName && isIn(age, user.seen)) yield user;
  }
}

/** The rows that the older or the newer file of the cloud enterprise has. */
export function* licensesOf(enterprise: Enterprise, age: Age): Generator<ConsumedLicense> {
  for (const human of enterprise.humans()) {
    for (const license of human.licenses) if (isIn(age, license.seen)) yield license;
  }
}

function isIn(age: Age, seen: Seen): boolean {
  return seen === 'in-every-file' || seen === (age === 'older' ? 'in-older-file' : 'in-newer-file');
}
