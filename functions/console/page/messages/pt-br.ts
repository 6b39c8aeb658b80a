import type { Catalogue } from './catalogue.ts';
import { controls } from './pt-br/controls.ts';
import { errors } from './pt-br/errors.ts';
import { shell } from './pt-br/shell.ts';
import { signIn } from './pt-br/sign-in.ts';

export const messages: Catalogue = {
  controls,
  errors,
  shell,
  'sign-in': signIn,
};
