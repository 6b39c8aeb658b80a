import type { Catalogue } from './catalogue.ts';
import { controls } from './ko/controls.ts';
import { errors } from './ko/errors.ts';
import { shell } from './ko/shell.ts';
import { signIn } from './ko/sign-in.ts';

export const messages: Catalogue = {
  controls,
  errors,
  shell,
  'sign-in': signIn,
};
