import { useTranslator } from '../language/language-context.tsx';

/** `at`: ISO 8601, shown in the reader's own time zone. */
export function Instant({ at }: { readonly at: string }) {
  const translator = useTranslator();
  return <time dateTime={at}>{translator.dateTime(at)}</time>;
}
