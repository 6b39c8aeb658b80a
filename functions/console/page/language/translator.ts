import type { ComponentChildren } from 'preact';
import type { Catalogue, Message, MessageKey, ValuesFor } from '../messages/catalogue.ts';
import { Formats } from './formats.ts';
import type { Language } from './languages.ts';
import { withVisibleControls } from './shown-text.ts';

type Values = Readonly<Record<string, ComponentChildren>>;
type MessagesByView = Readonly<Record<string, Readonly<Record<string, Message>>>>;

/** Texts, numbers and dates of one language. Numbers in messages are written as the language writes them. */
export class Translator extends Formats {
  readonly #messages: MessagesByView;
  readonly #plurals: Intl.PluralRules;

  constructor(language: Language, catalogue: Catalogue) {
    super(language);
    this.#messages = catalogue;
    this.#plurals = new Intl.PluralRules(language);
  }

  text<Key extends MessageKey>(key: Key, ...[values]: ValuesFor<Key, string | number>): string {
    return this.#parts(key, values).join('');
  }

  /** With elements for values: a link in a sentence, `Written` for what people have written. */
  rich<Key extends MessageKey>(key: Key, ...[values]: ValuesFor<Key, ComponentChildren>): ComponentChildren {
    return this.#parts(key, values);
  }

  #parts(key: MessageKey, values: Values = {}): ComponentChildren[] {
    // Texts and names of placeholders take turns.
    const pieces = this.#messageText(key, values).split(/\{(\w+)\}/);
    return pieces.map((piece, index) => (index % 2 === 0 ? piece : this.#shown(values[piece])));
  }

  #messageText(key: MessageKey, { count }: Values): string {
    const dot = key.indexOf('.');
    const message = this.#messages[key.slice(0, dot)]?.[key.slice(dot + 1)];
    if (message === undefined) throw new Error(`no message ${key}: add it to the catalogues`);
    if (typeof message === 'string') return message;
    return message[this.#plurals.select(Number(count))] ?? message.other;
  }

  /** A text among the values may be what people have written. */
  #shown(value: ComponentChildren): ComponentChildren {
    if (typeof value === 'number') return this.number(value);
    return typeof value === 'string' ? withVisibleControls(value) : value;
  }
}
