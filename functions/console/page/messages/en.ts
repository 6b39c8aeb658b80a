import { consumption } from './en/consumption.ts';
import { controls } from './en/controls.ts';
import { difference } from './en/difference.ts';
import { errors } from './en/errors.ts';
import { findings } from './en/findings.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { usage } from './en/usage.ts';

export const messages = {
  controls,
  errors,
  shell,
  'sign-in': signIn,
  usage,
  consumption,
  difference,
  findings,
};
