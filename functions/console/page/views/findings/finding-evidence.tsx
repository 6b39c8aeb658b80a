import type { ComponentChildren } from 'preact';
import type { Finding } from '../../api/findings.ts';
import { Written } from '../../components/written.tsx';
import { useTranslator } from '../../language/language-context.tsx';
import { hrefOf } from '../../router/route.ts';
import './finding-evidence.css';

/** More than that is for the downloaded file. */
const MAX_SHOWN = 12;

const SERVER_PREFIX = 'server:';

interface FindingEvidenceProps {
  readonly finding: Finding;
  readonly id: string;
}

/** The accounts it is about, the addresses that show it, and whose they are. */
export function FindingEvidence({ finding, id }: FindingEvidenceProps) {
  const translator = useTranslator();
  const { accounts, emails, sources, people, numbers } = finding;
  const sourceName = (source: string) =>
    source === 'cloud' ? translator.text('findings.cloud') : source.slice(SERVER_PREFIX.length);
  return (
    <dl class="evidence" id={id}>
      <Values label={translator.text('findings.accounts')} values={accounts.map(codeOf)} />
      <Values label={translator.text('findings.addresses')} values={emails.map(codeOf)} />
      {/* Accounts name their sources. */}
      {accounts.length === 0 && (
        <Values label={translator.text('findings.sources')} values={sources.map(sourceName).map(codeOf)} />
      )}
      <Values
        label={translator.text('findings.people')}
        values={people.map((person, index) => (
          <a key={person} href={hrefOf(['people', person])} aria-describedby={id}>
            {people.length === 1
              ? translator.text('findings.show-person')
              : translator.text('findings.person', { number: index + 1 })}
          </a>
        ))}
      />
      {numbers && (
        <Values
          label={translator.text('findings.numbers')}
          values={[
            translator.text('findings.told-and-counted', { told: numbers.told, counted: numbers.counted }),
          ]}
        />
      )}
    </dl>
  );
}

function codeOf(text: string) {
  return <Written code text={text} />;
}

interface ValuesProps {
  readonly label: string;
  readonly values: readonly ComponentChildren[];
}

function Values({ label, values }: ValuesProps) {
  const translator = useTranslator();
  if (values.length === 0) return null;
  const hidden = values.length - MAX_SHOWN;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <ul>
          {values.slice(0, MAX_SHOWN).map((value, index) => (
            <li key={index}>{value}</li>
          ))}
          {hidden > 0 && <li>{translator.text('findings.more', { count: hidden })}</li>}
        </ul>
      </dd>
    </div>
  );
}
