import type { Catalogue } from './catalogue.ts';
import { controls } from './ja/controls.ts';
import { errors } from './ja/errors.ts';
import { shell } from './ja/shell.ts';
import { signIn } from './ja/sign-in.ts';

export const messages: Catalogue = {
  controls,
  errors,
  shell,
  'sign-in': signIn,
};
