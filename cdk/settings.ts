import * as z from 'zod';
import { githubApiUrl } from '../shared/contracts/github/api-url.ts';
import { type GitHubApiVersion, githubApiVersion } from '../shared/contracts/github/api-version.ts';
import { seatShares } from '../shared/contracts/seat-shares.ts';

/** The cloud enterprise, and where its API is. */
export interface GitHubSettings {
  /** Slug of the enterprise. */
  readonly enterprise: string;
  readonly apiUrl: string;
  readonly apiVersion: GitHubApiVersion;
}

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;

/** When the weekly sync runs, in UTC, and from where. */
export interface SyncSettings {
  readonly day: (typeof DAYS)[number];
  /** 0 to 23. */
  readonly hour: number;
  /** For instances that are not on the internet. */
  readonly vpc: VpcSettings | undefined;
}

/** One subnet for each availability zone, in the same order. */
export interface VpcSettings {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly availabilityZones: readonly string[];
  /** Undefined: one is made. */
  readonly securityGroupIds: readonly string[] | undefined;
}

/** What owners are told, and how. */
export interface NoticeSettings {
  /** Whom to mail; without it there are events only. */
  readonly email: string | undefined;
  /** In percent of the purchased seats. */
  readonly seatShares: readonly number[];
}

/** What whoever deploys decides, besides the stage. */
export interface Settings {
  /** Where alarms are mailed. */
  readonly alarmEmail: string | undefined;
  readonly github: GitHubSettings;
  readonly sync: SyncSettings;
  readonly notices: NoticeSettings;
  /** Whether all that is stored is encrypted with a key of the account, which the stack makes, or with keys of AWS. */
  readonly customerManagedKey: boolean;
}

const commaSeparated = (pattern: RegExp, error: string) =>
  z
    .string(error)
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.string().regex(pattern, error)));

/** EC2's ids: older ones have eight digits. */
const idOf = (prefix: string) => new RegExp(`^${prefix}-(?:[\\da-f]{8}|[\\da-f]{17})$`);

const NO_ENTERPRISE = 'give -c enterprise=SLUG, the SLUG in https://github.com/enterprises/SLUG';

const VPC_TOGETHER =
  'give -c vpcId=ID, -c subnetIds=ID,ID and -c availabilityZones=NAME,NAME together, or none of them';

const contextSchema = z
  .object({
    alarmEmail: z.email('no email address; give -c alarmEmail=ADDRESS').optional(),
    noticeEmail: z.email('no email address; give -c noticeEmail=ADDRESS').optional(),
    // A single one is a number to the CDK command line when it comes from cdk.json.
    seatShares: z
      .union([z.string(), z.number().transform(String)])
      .optional()
      .pipe(seatShares),
    enterprise: z.string(NO_ENTERPRISE).regex(/^[^\s/]+$/, NO_ENTERPRISE),
    githubApiUrl: githubApiUrl.default('https://api.github.com'),
    githubApiVersion: githubApiVersion.default('2022-11-28'),
    syncDay: z.enum(DAYS, `give -c syncDay=DAY, one of ${DAYS.join(', ')}`).default('MON'),
    syncHour: z
      .union([z.string(), z.number()])
      .transform(String)
      .pipe(z.string().regex(/^([01]?\d|2[0-3])$/, 'give -c syncHour=HOUR, from 0 to 23, in UTC'))
      .transform(Number)
      .default(5),
    vpcId: z.string().regex(idOf('vpc'), 'no id of a VPC').optional(),
    subnetIds: commaSeparated(idOf('subnet'), 'no list of ids of subnets').optional(),
    availabilityZones: commaSeparated(/^[a-z\d-]+$/, 'no list of names of availability zones').optional(),
    securityGroupIds: commaSeparated(idOf('sg'), 'no list of ids of security groups').optional(),
    // The command line gives texts, cdk.json can give truth values.
    customerManagedKey: z
      .union(
        [z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')],
        'give -c customerManagedKey=true, or leave it out',
      )
      .default(false),
  })
  .check(({ value, issues }) => {
    const { vpcId, subnetIds, availabilityZones, securityGroupIds } = value;
    const given = [vpcId, subnetIds, availabilityZones].filter((setting) => setting !== undefined);
    const isWhole = given.length === 3 || (given.length === 0 && securityGroupIds === undefined);
    if (!isWhole) issues.push({ code: 'custom', input: value, path: ['vpcId'], message: VPC_TOGETHER });
    if (subnetIds?.length === availabilityZones?.length) return;
    const message = 'give one subnet for each of availabilityZones, in the same order';
    issues.push({ code: 'custom', input: subnetIds, path: ['subnetIds'], message });
  });

const NAMES = Object.keys(contextSchema.shape);

/** The settings in the context of CDK. Throws an error that names every wrong one, and how to give it. */
export function settingsFrom(contextOf: (name: string) => unknown): Settings {
  const parsed = contextSchema.safeParse(Object.fromEntries(NAMES.map((name) => [name, contextOf(name)])));
  if (!parsed.success) {
    // Once for a list, however many of its members are wrong.
    const problems = new Set(
      parsed.error.issues.map(({ path, message }) => `  ${String(path[0])}: ${message}`),
    );
    throw new Error(`The context of cdk does not fit:\n${[...problems].join('\n')}`);
  }
  const {
    alarmEmail,
    noticeEmail,
    enterprise,
    githubApiUrl: apiUrl,
    githubApiVersion: apiVersion,
  } = parsed.data;
  const { syncDay: day, syncHour: hour, vpcId, subnetIds, availabilityZones, securityGroupIds } = parsed.data;
  const vpc =
    vpcId === undefined || subnetIds === undefined || availabilityZones === undefined
      ? undefined
      : { vpcId, subnetIds, availabilityZones, securityGroupIds };
  return {
    alarmEmail,
    github: { enterprise, apiUrl, apiVersion },
    sync: { day, hour, vpc },
    notices: { email: noticeEmail, seatShares: parsed.data.seatShares },
    customerManagedKey: parsed.data.customerManagedKey,
  };
}
