import type { Catalogue } from './catalogue.ts';
import { addUsage } from './ja/add-usage.ts';
import { consumption } from './ja/consumption.ts';
import { controls } from './ja/controls.ts';
import { difference } from './ja/difference.ts';
import { errors } from './ja/errors.ts';
import { findings } from './ja/findings.ts';
import { serverInstances } from './ja/server-instances.ts';
import { shell } from './ja/shell.ts';
import { signIn } from './ja/sign-in.ts';
import { syncFailures } from './ja/sync-failures.ts';
import { syncs } from './ja/syncs.ts';
import { uploads } from './ja/uploads.ts';
import { usage } from './ja/usage.ts';

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
