import type { Catalogue } from './catalogue.ts';
import { addUsage } from './ja/add-usage.ts';
import { changes } from './ja/changes.ts';
import { consumption } from './ja/consumption.ts';
import { controls } from './ja/controls.ts';
import { difference } from './ja/difference.ts';
import { errors } from './ja/errors.ts';
import { findings } from './ja/findings.ts';
import { people } from './ja/people.ts';
import { person } from './ja/person.ts';
import { serverInstances } from './ja/server-instances.ts';
import { shell } from './ja/shell.ts';
import { signIn } from './ja/sign-in.ts';
import { syncFailures } from './ja/sync-failures.ts';
import { syncs } from './ja/syncs.ts';
import { uploads } from './ja/uploads.ts';
import { usage } from './ja/usage.ts';

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
