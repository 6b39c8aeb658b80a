import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../../cdk/local/options.ts';

describe('the options of npm start', () => {
  it('have defaults', () => {
    expect(parseOptions([])).toEqual({
      dataDirectory: '.local',
      apiPort: 3000,
      s3Port: 3001,
      people: 1000,
      seed: 1,
      syncEverySeconds: null,
      fresh: false,
      json: false,
      verbose: false,
      help: false,
    });
  });

  it('are taken as given', () => {
    const args = [
      '--data',
      'd',
      '--port',
      '0',
      '--s3-port=65535',
      '--people=20',
      '--seed=3',
      '--sync-every=60',
      '--fresh',
      '--json',
      '--verbose',
      '--help',
    ];
    expect(parseOptions(args)).toEqual({
      dataDirectory: 'd',
      apiPort: 0,
      s3Port: 65_535,
      people: 20,
      seed: 3,
      syncEverySeconds: 60,
      fresh: true,
      json: true,
      verbose: true,
      help: true,
    });
  });

  it.each([
    { args: ['--prot', '1'], message: "Unknown option '--prot'" },
    { args: ['extra'], message: "Unexpected argument 'extra'" },
    { args: ['--port', 'http'], message: '--port takes a port from 0 to 65535, not http' },
    { args: ['--s3-port', '65536'], message: '--s3-port takes a port from 0 to 65535, not 65536' },
    { args: ['--people', '-1'], message: "Option '--people' argument is ambiguous" },
    { args: ['--seed', 'x'], message: '--seed takes a whole number, not x' },
    { args: ['--sync-every', '0'], message: '--sync-every takes a number of seconds, not 0' },
    { args: ['--port'], message: "Option '--port <value>' argument missing" },
  ])('refuse $args', ({ args, message }) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
