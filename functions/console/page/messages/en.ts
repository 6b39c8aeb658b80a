import { controls } from './en/controls.ts';
import { errors } from './en/errors.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';

export const messages = {
  controls,
  errors,
  shell,
  'sign-in': signIn,
};
