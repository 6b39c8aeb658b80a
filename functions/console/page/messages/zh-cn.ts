import type { Catalogue } from './catalogue.ts';
import { controls } from './zh-cn/controls.ts';
import { errors } from './zh-cn/errors.ts';
import { shell } from './zh-cn/shell.ts';
import { signIn } from './zh-cn/sign-in.ts';

export const messages: Catalogue = {
  controls,
  errors,
  shell,
  'sign-in': signIn,
};
