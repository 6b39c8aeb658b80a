import type { Catalogue } from './catalogue.ts';
import { changes } from './pt-br/changes.ts';
import { consumption } from './pt-br/consumption.ts';
import { controls } from './pt-br/controls.ts';
import { errors } from './pt-br/errors.ts';
import { people } from './pt-br/people.ts';
import { person } from './pt-br/person.ts';
import { shell } from './pt-br/shell.ts';
import { signIn } from './pt-br/sign-in.ts';

export const messages: Catalogue = {
  changes,
  consumption,
  controls,
  errors,
  people,
  person,
  shell,
  'sign-in': signIn,
};
