import type { Catalogue } from './catalogue.ts';
import { changes } from './ja/changes.ts';
import { consumption } from './ja/consumption.ts';
import { controls } from './ja/controls.ts';
import { errors } from './ja/errors.ts';
import { people } from './ja/people.ts';
import { person } from './ja/person.ts';
import { shell } from './ja/shell.ts';
import { signIn } from './ja/sign-in.ts';

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
