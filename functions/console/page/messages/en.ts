import { addUsage } from './en/add-usage.ts';
import { consumption } from './en/consumption.ts';
import { controls } from './en/controls.ts';
import { difference } from './en/difference.ts';
import { errors } from './en/errors.ts';
import { findings } from './en/findings.ts';
import { serverInstances } from './en/server-instances.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { syncFailures } from './en/sync-failures.ts';
import { syncs } from './en/syncs.ts';
import { uploads } from './en/uploads.ts';
import { usage } from './en/usage.ts';

export const messages = {
  'add-usage': addUsage,
  controls,
  errors,
  'server-instances': serverInstances,
  shell,
  'sign-in': signIn,
  usage,
  consumption,
  difference,
  findings,
  'sync-failures': syncFailures,
  syncs,
  uploads,
};
