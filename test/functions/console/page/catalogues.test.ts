import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../../functions/console/page/language/languages.ts';
import { loadCatalogue } from '../../../../functions/console/page/language/load-catalogue.ts';
import type { Message } from '../../../../functions/console/page/messages/catalogue.ts';
import { messages as english } from '../../../../functions/console/page/messages/en.ts';

const TRANSLATIONS = ['de', 'pt-BR', 'ko', 'ja', 'zh-CN'] as const satisfies readonly Language[];

/** Shorter ones may well be the same word, or a name. */
const SENTENCE_LENGTH = 25;

type Messages = Readonly<Record<string, Message>>;

/** Every message by its key. */
function flat(catalogue: Readonly<Record<string, Messages>>): Messages {
  return Object.fromEntries(
    Object.entries(catalogue).flatMap(([view, messages]) =>
      Object.entries(messages).map(([name, message]) => [`${view}.${name}`, message]),
    ),
  );
}

function formsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

/** A plural is chosen by `count`; the form for one may leave the number out. */
function placeholdersOf(message: Message): string[] {
  const inTexts = formsOf(message).flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
  );
  return [...new Set([...inTexts, ...(typeof message === 'string' ? [] : ['count'])])].map(String).sort();
}

function mapped<Result>(messages: Messages, map: (message: Message) => Result): Record<string, Result> {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, map(message)]));
}

const ENGLISH = flat(english);

test('every language of the menu is checked here', () => {
  expect(['en', ...TRANSLATIONS].sort()).toEqual(Object.keys(LANGUAGES).sort());
});

describe.each(TRANSLATIONS)('%s', (language) => {
  test('has the messages of English, with the same placeholders', async () => {
    const translated = flat(await loadCatalogue(language));
    expect(mapped(translated, placeholdersOf)).toEqual(mapped(ENGLISH, placeholdersOf));
  });

  test('has each plural in all the forms of the language', async () => {
    // "many" is for millions in Portuguese: there the form of "other" serves.
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const needed = forms.filter((form) => form !== 'many').sort();
    const plurals = Object.entries(flat(await loadCatalogue(language))).filter(
      ([, message]) => typeof message !== 'string',
    );
    expect(plurals.map(([key, message]) => [key, Object.keys(message).sort()])).toEqual(
      plurals.map(([key]) => [key, needed]),
    );
  });

  test('leaves no sentence in English', async () => {
    const translated = flat(await loadCatalogue(language));
    const untranslated = Object.entries(ENGLISH).filter(
      ([key, message]) =>
        formsOf(message).some((text) => text.length > SENTENCE_LENGTH && / \w+ /.test(text)) &&
        formsOf(message).join() === formsOf(translated[key] ?? '').join(),
    );
    // Names of GitHub and of this product only.
    expect(untranslated.map(([key]) => key)).toEqual(['shell.document-title', 'sign-in.token']);
  });
});
