import type { Catalogue } from './catalogue.ts';
import { changes } from './zh-cn/changes.ts';
import { consumption } from './zh-cn/consumption.ts';
import { controls } from './zh-cn/controls.ts';
import { errors } from './zh-cn/errors.ts';
import { people } from './zh-cn/people.ts';
import { person } from './zh-cn/person.ts';
import { shell } from './zh-cn/shell.ts';
import { signIn } from './zh-cn/sign-in.ts';

export const messages: Catalogue = {
  changes,
  consumption,
  controls,
  errors,
  people,
  person,
  shell,
  'sign-in': signIn,
};
