import type { Catalogue } from './catalogue.ts';
import { consumption } from './de/consumption.ts';
import { controls } from './de/controls.ts';
import { difference } from './de/difference.ts';
import { errors } from './de/errors.ts';
import { findings } from './de/findings.ts';
import { shell } from './de/shell.ts';
import { signIn } from './de/sign-in.ts';
import { usage } from './de/usage.ts';

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
