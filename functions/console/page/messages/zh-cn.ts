import type { Catalogue } from './catalogue.ts';
import { addUsage } from './zh-cn/add-usage.ts';
import { consumption } from './zh-cn/consumption.ts';
import { controls } from './zh-cn/controls.ts';
import { difference } from './zh-cn/difference.ts';
import { errors } from './zh-cn/errors.ts';
import { findings } from './zh-cn/findings.ts';
import { serverInstances } from './zh-cn/server-instances.ts';
import { shell } from './zh-cn/shell.ts';
import { signIn } from './zh-cn/sign-in.ts';
import { syncFailures } from './zh-cn/sync-failures.ts';
import { syncs } from './zh-cn/syncs.ts';
import { uploads } from './zh-cn/uploads.ts';
import { usage } from './zh-cn/usage.ts';

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
