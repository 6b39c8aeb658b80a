import { parseArgs } from 'node:util';

export const DEFAULT_DATA_DIRECTORY = '.local';
export const DEFAULT_API_PORT = 3000;
export const DEFAULT_S3_PORT = 3001;
export const DEFAULT_PEOPLE = 1000;
export const DEFAULT_SEED = 1;

export const USAGE = `Runs License Usage Sync on this machine: synthesizes the stack and serves that template.

npm start -- [options]

  --data DIR     where everything is kept (default ${DEFAULT_DATA_DIRECTORY})
  --port N       port of the HTTP API (default ${DEFAULT_API_PORT}; 0 takes any that is free)
  --s3-port N    port of S3 (default ${DEFAULT_S3_PORT}; 0 takes any that is free)
  --people N     people in the enterprise that the GitHub of this machine shows (default ${DEFAULT_PEOPLE})
  --seed N       which enterprise it is: the same number gives the same one (default ${DEFAULT_SEED})
  --sync-every SECONDS
                 sync so often, instead of once a week
  --fresh        forget what is in DIR
  --json         print one line of JSON when it serves, and nothing else on standard output
  --verbose      show what the functions log
  --help         show this
`;

export interface StartOptions {
  readonly dataDirectory: string;
  readonly apiPort: number;
  readonly s3Port: number;
  readonly people: number;
  readonly seed: number;
  /** Null: once a week. */
  readonly syncEverySeconds: number | null;
  readonly fresh: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
}

/** Throws an error that names the option which is unknown or has a wrong value. */
export function parseOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: DEFAULT_DATA_DIRECTORY },
      port: { type: 'string', default: String(DEFAULT_API_PORT) },
      's3-port': { type: 'string', default: String(DEFAULT_S3_PORT) },
      people: { type: 'string', default: String(DEFAULT_PEOPLE) },
      seed: { type: 'string', default: String(DEFAULT_SEED) },
      'sync-every': { type: 'string' },
      fresh: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    dataDirectory: values.data,
    apiPort: portOf('--port', values.port),
    s3Port: portOf('--s3-port', values['s3-port']),
    people: wholeNumber('--people', values.people),
    seed: wholeNumber('--seed', values.seed),
    syncEverySeconds: secondsOf('--sync-every', values['sync-every']),
    fresh: values.fresh,
    json: values.json,
    verbose: values.verbose,
    help: values.help,
  };
}

function portOf(option: string, value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new Error(`${option} takes a port from 0 to 65535, not ${value}`);
}

export function wholeNumber(option: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new RangeError(`${option} takes a whole number, not ${value}`);
}

function secondsOf(option: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new RangeError(`${option} takes a number of seconds, not ${value}`);
}
