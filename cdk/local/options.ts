import { parseArgs } from 'node:util';

export const DEFAULT_DATA_DIRECTORY = '.local';
export const DEFAULT_API_PORT = 3000;
export const DEFAULT_S3_PORT = 3001;

export const USAGE = `Runs License Usage Sync on this machine: synthesizes the stack and serves that template.

npm start -- [options]

  --data DIR     where everything is kept (default ${DEFAULT_DATA_DIRECTORY})
  --port N       port of the HTTP API (default ${DEFAULT_API_PORT}; 0 takes any that is free)
  --s3-port N    port of S3 (default ${DEFAULT_S3_PORT}; 0 takes any that is free)
  --fresh        forget what is in DIR
  --json         print one line of JSON when it serves, and nothing else on standard output
  --verbose      show what the functions log
  --help         show this
`;

export interface StartOptions {
  readonly dataDirectory: string;
  readonly apiPort: number;
  readonly s3Port: number;
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
