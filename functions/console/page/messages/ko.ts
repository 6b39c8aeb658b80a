import type { Catalogue } from './catalogue.ts';
import { addUsage } from './ko/add-usage.ts';
import { changes } from './ko/changes.ts';
import { consumption } from './ko/consumption.ts';
import { controls } from './ko/controls.ts';
import { difference } from './ko/difference.ts';
import { errors } from './ko/errors.ts';
import { findings } from './ko/findings.ts';
import { people } from './ko/people.ts';
import { person } from './ko/person.ts';
import { serverInstances } from './ko/server-instances.ts';
import { shell } from './ko/shell.ts';
import { signIn } from './ko/sign-in.ts';
import { syncFailures } from './ko/sync-failures.ts';
import { syncs } from './ko/syncs.ts';
import { uploads } from './ko/uploads.ts';
import { usage } from './ko/usage.ts';

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
