import type { messages as english } from './en.ts';

/** By the number `count`, in the categories of the language: https://cldr.unicode.org/index/cldr-spec/plural-rules */
export type PluralMessage = { readonly other: string } & Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>>
>;
export type Message = string | PluralMessage;

/** The same messages in another language: none missing, none more. */
export type Translation<Messages> = {
  readonly [Name in keyof Messages]: Messages[Name] extends string ? string : PluralMessage;
};

type English = typeof english;

/** Every text of the page in one language. English is the type. */
export type Catalogue = { readonly [View in keyof English]: Translation<English[View]> };

/** `usage.title`: the view, and the name of the message there. */
export type MessageKey = {
  [View in keyof English]: `${View}.${keyof English[View] & string}`;
}[keyof English];

type EnglishOf<Key extends MessageKey> = Key extends `${infer View extends keyof English}.${infer Name}`
  ? Name extends keyof English[View]
    ? English[View][Name]
    : never
  : never;

type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

type PlaceholdersOf<Text> = Text extends string
  ? PlaceholdersIn<Text>
  : Text extends PluralMessage
    ? PlaceholdersIn<Text['other']> | 'count'
    : never;

/** What has to be put into a message: nothing, or a value for every placeholder. A plural goes by `count`. */
export type ValuesFor<Key extends MessageKey, Value> = [PlaceholdersOf<EnglishOf<Key>>] extends [never]
  ? []
  : [values: { readonly [Name in PlaceholdersOf<EnglishOf<Key>>]: Name extends 'count' ? number : Value }];
