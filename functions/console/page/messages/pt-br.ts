import type { Catalogue } from './catalogue.ts';
import { consumption } from './pt-br/consumption.ts';
import { controls } from './pt-br/controls.ts';
import { difference } from './pt-br/difference.ts';
import { errors } from './pt-br/errors.ts';
import { findings } from './pt-br/findings.ts';
import { shell } from './pt-br/shell.ts';
import { signIn } from './pt-br/sign-in.ts';
import { usage } from './pt-br/usage.ts';

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
