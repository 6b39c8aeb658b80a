import type { Catalogue } from './catalogue.ts';
import { addUsage } from './pt-br/add-usage.ts';
import { changes } from './pt-br/changes.ts';
import { consumption } from './pt-br/consumption.ts';
import { controls } from './pt-br/controls.ts';
import { difference } from './pt-br/difference.ts';
import { errors } from './pt-br/errors.ts';
import { findings } from './pt-br/findings.ts';
import { people } from './pt-br/people.ts';
import { person } from './pt-br/person.ts';
import { serverInstances } from './pt-br/server-instances.ts';
import { shell } from './pt-br/shell.ts';
import { signIn } from './pt-br/sign-in.ts';
import { syncFailures } from './pt-br/sync-failures.ts';
import { syncs } from './pt-br/syncs.ts';
import { uploads } from './pt-br/uploads.ts';
import { usage } from './pt-br/usage.ts';

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
