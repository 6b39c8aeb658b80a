import { Written } from '../../components/written.tsx';
import { useTranslator } from '../../language/language-context.tsx';

const SERVER_PREFIX = 'server:';

/** The host name in the id of a source; null for the cloud. */
export function hostNameOf(source: string): string | null {
  return source.startsWith(SERVER_PREFIX) ? source.slice(SERVER_PREFIX.length) : null;
}

/** `cloud` and `server:<host name>` in the words of an owner. */
export function SourceName({ source }: { readonly source: string }) {
  const translator = useTranslator();
  const hostName = hostNameOf(source);
  return hostName === null ? <span>{translator.text('syncs.cloud')}</span> : <Written text={hostName} />;
}
