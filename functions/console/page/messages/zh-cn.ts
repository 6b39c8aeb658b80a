import type { Catalogue } from './catalogue.ts';
import { addUsage } from './zh-cn/add-usage.ts';
import { controls } from './zh-cn/controls.ts';
import { errors } from './zh-cn/errors.ts';
import { serverInstances } from './zh-cn/server-instances.ts';
import { shell } from './zh-cn/shell.ts';
import { signIn } from './zh-cn/sign-in.ts';
import { syncFailures } from './zh-cn/sync-failures.ts';
import { syncs } from './zh-cn/syncs.ts';
import { uploads } from './zh-cn/uploads.ts';

export const messages: Catalogue = {
  'add-usage': addUsage,
  controls,
  errors,
  'server-instances': serverInstances,
  shell,
  'sign-in': signIn,
  'sync-failures': syncFailures,
  syncs,
  uploads,
};
