import { addUsage } from './en/add-usage.ts';
import { changes } from './en/changes.ts';
import { consumption } from './en/consumption.ts';
import { controls } from './en/controls.ts';
import { difference } from './en/difference.ts';
import { errors } from './en/errors.ts';
import { findings } from './en/findings.ts';
import { people } from './en/people.ts';
import { person } from './en/person.ts';
import { serverInstances } from './en/server-instances.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { syncFailures } from './en/sync-failures.ts';
import { syncs } from './en/syncs.ts';
import { uploads } from './en/uploads.ts';
import { usage } from './en/usage.ts';

export const messages = {
  'add-usage': addUsage,
  changes,
  consumption,
  controls,
  difference,
  errors,
  findings,
  people,
  person,
  'server-instances': serverInstances,
  shell,
  'sign-in': signIn,
  'sync-failures': syncFailures,
  syncs,
  uploads,
  usage,
};
