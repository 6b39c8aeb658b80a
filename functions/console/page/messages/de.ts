import type { Catalogue } from './catalogue.ts';
import { controls } from './de/controls.ts';
import { errors } from './de/errors.ts';
import { shell } from './de/shell.ts';
import { signIn } from './de/sign-in.ts';

export const messages: Catalogue = {
  controls,
  errors,
  shell,
  'sign-in': signIn,
};
