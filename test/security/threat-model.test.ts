import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Expression, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { sectionsOf, tableRows } from '../support/markdown-tables.ts';

const ROOT = join(import.meta.dirname, '../..');

const TEST_FUNCTIONS: ReadonlySet<string> = new Set(['it', 'test']);

/** The `test` of `test(...)`, `test.each(...)(...)` and the like; empty for what is skipped or no test. */
function calledTest(callee: Expression): string {
  switch (callee.type) {
    case 'Identifier':
      return callee.name;
    case 'CallExpression':
      return callee.callee.type === 'Super' ? '' : calledTest(callee.callee);
    case 'MemberExpression':
      return callee.property.type === 'Identifier' && callee.property.name === 'each'
        ? calledTest(callee.object)
        : '';
    default:
      return '';
  }
}

/** The titles of the tests of a file, as they are written there. */
function titlesIn(file: string): string[] {
  const { program, errors } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'));
  expect(errors).toEqual([]);
  const titles: string[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [title] }) => {
      if (callee.type === 'Super' || !TEST_FUNCTIONS.has(calledTest(callee))) return;
      if (title?.type === 'Literal' && typeof title.value === 'string') titles.push(title.value);
      if (title?.type === 'TemplateLiteral')
        titles.push(title.quasis.map(({ value }) => value.raw).join('…'));
    },
  }).visit(program);
  return titles;
}

const sections = sectionsOf(readFileSync(join(ROOT, 'SECURITY.md'), 'utf8'));
const controls = tableRows(sections.get('What is protected, from whom') ?? '').map((cells) => {
  const [asset, threat, control, proof = ''] = cells;
  const [, file = '', title = ''] = /^`(test\/.+?\.test\.ts)`: (.+)$/.exec(proof) ?? [];
  return { asset, threat, control, file, title };
});

describe('SECURITY.md', () => {
  test('has a threat model, every row of which is whole', () => {
    expect(controls.length).toBeGreaterThan(40);
    expect(controls.filter((row) => Object.values(row).some((cell) => !cell))).toEqual([]);
  });

  test('names each threat to an asset once', () => {
    const threats = controls.map(({ asset, threat }) => `${asset}: ${threat}`);
    expect(threats).toEqual([...new Set(threats)]);
  });

  test.each(controls)('$file proves: $control', ({ file, title }) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
    expect(titlesIn(file).filter((found) => found.includes(title))).not.toEqual([]);
  });
});

test('what is no test proves nothing, as the name of a group', () => {
  const titles = titlesIn('test/security/threat-model.test.ts');
  expect(titles).toContain('has a threat model, every row of which is whole');
  expect(titles).not.toContain('SECURITY.md');
});
