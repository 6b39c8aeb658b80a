import type { Catalogue } from './catalogue.ts';
import { consumption } from './ja/consumption.ts';
import { controls } from './ja/controls.ts';
import { difference } from './ja/difference.ts';
import { errors } from './ja/errors.ts';
import { findings } from './ja/findings.ts';
import { shell } from './ja/shell.ts';
import { signIn } from './ja/sign-in.ts';
import { usage } from './ja/usage.ts';

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
