import { changes } from './en/changes.ts';
import { consumption } from './en/consumption.ts';
import { controls } from './en/controls.ts';
import { errors } from './en/errors.ts';
import { people } from './en/people.ts';
import { person } from './en/person.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';

export const messages = {
  changes,
  consumption,
  controls,
  errors,
  people,
  person,
  shell,
  'sign-in': signIn,
};
