import type { Catalogue } from './catalogue.ts';
import { addUsage } from './de/add-usage.ts';
import { consumption } from './de/consumption.ts';
import { controls } from './de/controls.ts';
import { difference } from './de/difference.ts';
import { errors } from './de/errors.ts';
import { findings } from './de/findings.ts';
import { serverInstances } from './de/server-instances.ts';
import { shell } from './de/shell.ts';
import { signIn } from './de/sign-in.ts';
import { syncFailures } from './de/sync-failures.ts';
import { syncs } from './de/syncs.ts';
import { uploads } from './de/uploads.ts';
import { usage } from './de/usage.ts';

export const messages: Catalogue = {
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
