import { describe, expect, test } from 'vitest';
import { bestLanguage } from '../../../../functions/console/page/language/languages.ts';
import { Translator } from '../../../../functions/console/page/language/translator.ts';
import { messages as german } from '../../../../functions/console/page/messages/de.ts';
import { messages as english } from '../../../../functions/console/page/messages/en.ts';

describe('the language of a browser', () => {
  test.each([
    [['ko-KR', 'en'], 'ko'],
    [['fr', 'ja'], 'ja'],
    [['zh'], 'zh-CN'],
    [['zh-SG'], 'zh-CN'],
    [['zh-TW', 'de'], 'de'],
    [['pt-PT'], 'pt-BR'],
    [['fr', 'it'], 'en'],
    [['not a tag', 'de-AT'], 'de'],
    [[], 'en'],
  ] as const)('%j is %s', (wanted, language) => {
    expect(bestLanguage(wanted)).toBe(language);
  });
});

describe('a translator', () => {
  const now = new Date('2026-03-10T12:00:00Z');

  test('puts values into texts, numbers as the language writes them', () => {
    expect(new Translator('en', english).text('controls.page', { page: 12_345 })).toBe('Page 12,345');
    expect(new Translator('de', german).text('controls.page', { page: 12_345 })).toBe('Seite 12.345');
  });

  test('puts a value in as it is, whatever it looks like', () => {
    const hostile = '{page} $& <b>';
    expect(new Translator('en', english).text('controls.page', { page: hostile })).toBe(`Page ${hostile}`);
  });

  test.each([
    ['2026-03-10T11:59:40Z', '20 seconds ago'],
    ['2026-03-10T09:00:00Z', '3 hours ago'],
    ['2026-03-09T11:00:00Z', 'yesterday'],
    ['2024-03-01T00:00:00Z', '2 years ago'],
  ])('tells the age of %s: %s', (instant, age) => {
    expect(new Translator('en', english).age(instant, now)).toBe(age);
  });

  test('shows a day as that day, wherever one is', () => {
    expect(new Translator('en', english).day('2026-03-10')).toBe('Mar 10, 2026');
  });
});
