import type { Catalogue } from './catalogue.ts';
import { addUsage } from './de/add-usage.ts';
import { changes } from './de/changes.ts';
import { consumption } from './de/consumption.ts';
import { controls } from './de/controls.ts';
import { difference } from './de/difference.ts';
import { errors } from './de/errors.ts';
import { findings } from './de/findings.ts';
import { people } from './de/people.ts';
import { person } from './de/person.ts';
import { serverInstances } from './de/server-instances.ts';
import { shell } from './de/shell.ts';
import { signIn } from './de/sign-in.ts';
import { syncFailures } from './de/sync-failures.ts';
import { syncs } from './de/syncs.ts';
import { uploads } from './de/uploads.ts';
import { usage } from './de/usage.ts';

export const messages: Catalogue = {
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
