import type { Catalogue } from './catalogue.ts';
import { consumption } from './zh-cn/consumption.ts';
import { controls } from './zh-cn/controls.ts';
import { difference } from './zh-cn/difference.ts';
import { errors } from './zh-cn/errors.ts';
import { findings } from './zh-cn/findings.ts';
import { shell } from './zh-cn/shell.ts';
import { signIn } from './zh-cn/sign-in.ts';
import { usage } from './zh-cn/usage.ts';

export const messages: Catalogue = {
  controls,
  errors,
  shell,
  'sign-in': signIn,
  usage,
  consumption,
  difference,
  findings,
};
