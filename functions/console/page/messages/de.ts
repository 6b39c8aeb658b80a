import type { Catalogue } from './catalogue.ts';
import { changes } from './de/changes.ts';
import { consumption } from './de/consumption.ts';
import { controls } from './de/controls.ts';
import { errors } from './de/errors.ts';
import { people } from './de/people.ts';
import { person } from './de/person.ts';
import { shell } from './de/shell.ts';
import { signIn } from './de/sign-in.ts';

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
