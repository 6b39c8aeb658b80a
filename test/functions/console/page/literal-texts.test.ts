import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JSXAttributeValue, type JSXChild, type JSXExpression, parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';

const PAGE = join(import.meta.dirname, '../../../../functions/console/page');

/** Attributes that people read or hear. */
const READ_ATTRIBUTES = [
  'alt',
  'aria-label',
  'aria-description',
  'label',
  'lead',
  'placeholder',
  'title',
  'caption',
];

const LETTERS = /\p{L}/u;

/** Texts of a component that are written there, and not in a catalogue. */
function literalsIn(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  expect(errors).toEqual([]);
  const found: string[] = [];
  const shownIn = (children: readonly JSXChild[]) => {
    for (const child of children) {
      if (child.type === 'JSXText') found.push(child.value);
      if (child.type === 'JSXExpressionContainer') found.push(...textsOf(child.expression));
    }
  };
  new Visitor({
    JSXElement: ({ children }) => shownIn(children),
    JSXFragment: ({ children }) => shownIn(children),
    JSXAttribute: ({ name, value }) => {
      if (value === null || !READ_ATTRIBUTES.includes(String(name.name))) return;
      found.push(...textsOf(value.type === 'JSXExpressionContainer' ? value.expression : value));
    },
  }).visit(program);
  return found.filter((text) => LETTERS.test(text));
}

/** The texts that an expression may give by itself. */
function textsOf(expression: JSXAttributeValue | JSXExpression): string[] {
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? [expression.value] : [];
    case 'TemplateLiteral':
      return expression.quasis.map(({ value }) => value.raw);
    case 'ConditionalExpression':
      return [...textsOf(expression.consequent), ...textsOf(expression.alternate)];
    case 'LogicalExpression':
      return [...textsOf(expression.left), ...textsOf(expression.right)];
    default:
      return [];
  }
}

const COMPONENTS = globSync('**/*.tsx', { cwd: PAGE });

test.each(COMPONENTS)('%s has no text outside of the catalogues', (file) => {
  const source = readFileSync(join(PAGE, file), 'utf8');
  expect(literalsIn(file, source)).toEqual([]);
});

test.each([
  ['a text', '<p>Hello</p>'],
  ['a text in braces', "<p>{'Hello'}</p>"],
  ['a text among others', '<p>{busy ? `Wait a moment` : null}</p>'],
  ['a label', '<button aria-label="Close" />'],
])('finds %s', (_what, source) => {
  expect(literalsIn('sample.tsx', `const sample = ${source};`)).toHaveLength(1);
});

test.each([
  ['a class', '<p class="muted" />'],
  ['signs', '<p>… {count} / 3</p>'],
  ['a message', "<p>{translator.text('shell.usage')}</p>"],
])('lets %s be', (_what, source) => {
  expect(literalsIn('sample.tsx', `const sample = ${source};`)).toEqual([]);
});
