import type { Catalogue } from './catalogue.ts';
import { changes } from './ko/changes.ts';
import { consumption } from './ko/consumption.ts';
import { controls } from './ko/controls.ts';
import { errors } from './ko/errors.ts';
import { people } from './ko/people.ts';
import { person } from './ko/person.ts';
import { shell } from './ko/shell.ts';
import { signIn } from './ko/sign-in.ts';

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
