import { useTranslator } from '../../language/language-context.tsx';
import type { syncFailures } from '../../messages/en/sync-failures.ts';

type Reason = keyof typeof syncFailures extends infer Key
  ? Key extends `${infer Name}.title`
    ? Name
    : never
  : never;

/** Why something could not be synced, and what to do. */
export function FailureText({ reason }: { readonly reason: Reason }) {
  const translator = useTranslator();
  return (
    <>
      <p>{translator.text(`sync-failures.${reason}.title`)}</p>
      <p>{translator.text(`sync-failures.${reason}.fix`)}</p>
    </>
  );
}
