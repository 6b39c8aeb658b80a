import type { Catalogue } from './catalogue.ts';
import { addUsage } from './zh-cn/add-usage.ts';
import { changes } from './zh-cn/changes.ts';
import { consumption } from './zh-cn/consumption.ts';
import { controls } from './zh-cn/controls.ts';
import { difference } from './zh-cn/difference.ts';
import { errors } from './zh-cn/errors.ts';
import { findings } from './zh-cn/findings.ts';
import { people } from './zh-cn/people.ts';
import { person } from './zh-cn/person.ts';
import { serverInstances } from './zh-cn/server-instances.ts';
import { shell } from './zh-cn/shell.ts';
import { signIn } from './zh-cn/sign-in.ts';
import { syncFailures } from './zh-cn/sync-failures.ts';
import { syncs } from './zh-cn/syncs.ts';
import { uploads } from './zh-cn/uploads.ts';
import { usage } from './zh-cn/usage.ts';

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
