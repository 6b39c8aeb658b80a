import type { Catalogue } from './catalogue.ts';
import { consumption } from './ko/consumption.ts';
import { controls } from './ko/controls.ts';
import { difference } from './ko/difference.ts';
import { errors } from './ko/errors.ts';
import { findings } from './ko/findings.ts';
import { shell } from './ko/shell.ts';
import { signIn } from './ko/sign-in.ts';
import { usage } from './ko/usage.ts';

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
