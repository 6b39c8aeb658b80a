import { Command, InvalidArgumentError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { type HostName, normalizeHostName } from '../../shared/domain/host-name.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { OUT_ENDINGS } from './people-file.ts';

export interface ReportOptions {
  /** Each a path, or `HOST=PATH`. */
  readonly files: readonly string[];
  readonly host: HostName | null;
  readonly json: boolean;
  /** A file to write the people into; null for none. */
  readonly out: string | null;
  readonly showPeople: boolean;
  readonly failOnFindings: boolean;
}

const FILES = `
Files, recognized by content, plain or gzipped:
  all_users.csv                      of an instance. It does not name the instance: give HOST=FILE or --host HOST,
                                     or keep it as uploads/HOST/all_users.csv
  license usage export (JSON)        of an instance. With encrypted users it tells of the instance only
  consumed licenses (JSON or CSV)    of the enterprise on GitHub Enterprise Cloud

Of several files of one source and one kind the one modified last counts. Nothing leaves this machine.
`;

const EXIT_STATUS = `
Exit status:
  ${EXIT_CODES.fine}  fine
  ${EXIT_CODES.wrongUsage}  wrong usage, or a file that cannot be read or written
  ${EXIT_CODES.rejectedFile}  a file was rejected; its problems are listed and nothing is reported
  ${EXIT_CODES.recoverableSeats}  with --fail-on-findings: there are findings with recoverable seats
`;

const EXAMPLES = `
Examples:
  license-usage report consumed-licenses.json ghes.example.com=all_users.csv
  license-usage report uploads/*/all_users.csv consumed-licenses.json --out people.csv
  license-usage report --json --fail-on-findings *.json.gz > report.json
`;

/** The command line. Whatever is wrong with it is told, and ends the process with status 1. */
export function commandLine(report: (options: ReportOptions) => Promise<void>): Command {
  const program = new Command('license-usage')
    .description('Who your people are and how many GitHub user licenses they consume')
    .version(manifest.version);
  program
    .command('report')
    .description('usage, people and findings from files of GitHub, without AWS, server or network')
    .argument('<files...>', 'files, each as FILE or HOST=FILE')
    .option('--host <host>', 'instance of files that do not name theirs', hostNameOption)
    .option('--json', 'print one JSON document')
    .option(
      '--out <file>',
      `write the people into a file that ends with ${OUT_ENDINGS.join(' or ')}`,
      outOption,
    )
    .option('--show-people', 'show the logins and addresses that findings are about')
    .option(
      '--fail-on-findings',
      `exit with ${EXIT_CODES.recoverableSeats} when seats are recoverable`,
      false,
    )
    .addHelpText('after', FILES + EXIT_STATUS + EXAMPLES)
    .action((files: string[], given: GivenOptions) => report(optionsOf(files, given)));
  return program;
}

interface GivenOptions {
  readonly host?: HostName;
  readonly json?: true;
  readonly out?: string;
  readonly showPeople?: true;
  readonly failOnFindings?: true;
}

function optionsOf(files: readonly string[], given: GivenOptions): ReportOptions {
  return {
    files,
    host: given.host ?? null,
    json: given.json ?? false,
    out: given.out ?? null,
    showPeople: given.showPeople ?? false,
    failOnFindings: given.failOnFindings ?? false,
  };
}

function hostNameOption(text: string): HostName {
  const hostName = normalizeHostName(text);
  if (hostName === null) throw new InvalidArgumentError('It is no host name, such as ghes.example.com.');
  return hostName;
}

function outOption(path: string): string {
  if (OUT_ENDINGS.some((ending) => path.endsWith(ending))) return path;
  throw new InvalidArgumentError(`It must end with ${OUT_ENDINGS.join(' or ')}.`);
}
