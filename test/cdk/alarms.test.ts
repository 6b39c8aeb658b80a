import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ROUTES } from '../../shared/contracts/http/routes.ts';
import { METRIC_NAMESPACE, METRICS } from '../../shared/runtime/metric-names.ts';
import { synthesize } from '../support/synthesized-template.ts';

/** With everything that is only there when it is asked for. */
const stack = synthesize({ noticeEmail: 'owners@example.com', customerManagedKey: 'true' });
const silent = synthesize();
const mailing = synthesize({ alarmEmail: 'on-call@example.com' });

function document(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../docs/${name}.md`, import.meta.url)), 'utf8');
}

const runbook = document('runbook');
const recovery = document('recovery');
const commands = runbook + recovery;
const sections = runbook.split(/^## /m).slice(1);
const titles = sections.map((section) => section.slice(0, section.indexOf('\n')));

const alarmSchema = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  TreatMissingData: z.string(),
  AlarmActions: z.array(z.string()).optional(),
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).optional(),
});

function alarmsOf({ name, resources }: typeof stack) {
  return resources('AWS::CloudWatch::Alarm').map(({ properties }) => {
    const alarm = alarmSchema.parse(properties);
    return { ...alarm, section: alarm.AlarmName.replace(`${name}-`, '') };
  });
}

const alarms = alarmsOf(stack);

test('there is an alarm for each section of the runbook, and a section for each alarm', () => {
  expect(titles.toSorted()).toEqual(alarms.map(({ section }) => section).toSorted());
});

describe.each(alarms)('$section', ({ section, AlarmDescription, TreatMissingData }) => {
  test('says what it means for an owner and where to read on', () => {
    expect(AlarmDescription).toMatch(/^[A-Z].+\. Runbook: /);
    expect(AlarmDescription.endsWith(`docs/runbook.md#${section}`)).toBe(true);
  });

  test('is silent while there is nothing to count, and says why that is right', () => {
    expect(TreatMissingData).toBe('notBreaching');
    expect(AlarmDescription).toMatch(/\. Without data: \w.+\. Runbook: /);
  });

  test('has a runbook section that says what to do and when it is over', () => {
    const text = sections.find((candidate) => candidate.startsWith(`${section}\n`)) ?? '';
    expect(text).toMatch(/^1\. /m);
    expect(text).toMatch(/^It is over when /m);
  });
});

test('links to the runbook lead to sections', () => {
  const within = runbook.matchAll(/\]\(#([^)]+)\)/g);
  const links = [...within, ...commands.matchAll(/\]\(runbook\.md#([^)]+)\)/g)].map(([, section]) => section);
  expect(links.filter((section) => !titles.includes(section ?? ''))).toEqual([]);
});

test('links within recovery lead to sections', () => {
  const anchors = [...recovery.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z -]/g, '')
      .replaceAll(' ', '-'),
  );
  const links = [...recovery.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
});

describe('what runbook and recovery look up', () => {
  const lookups = [
    ...[...commands.matchAll(/\bresource (AWS::\w+::\w+) (\w+)/g)].map(([, type = '', id = '']) => ({
      type,
      id,
    })),
    ...[...commands.matchAll(/\blogs ([A-Z]\w+)/g)].map(([, id = '']) => ({
      type: 'AWS::Logs::LogGroup',
      id,
    })),
  ];

  test.each(lookups)('$type $id is one resource of the stack', ({ type, id }) => {
    const found = stack.resources(type).filter(({ logicalId }) => logicalId.startsWith(id));
    expect(found.map(({ logicalId }) => logicalId)).toHaveLength(1);
  });

  const outputs = [...commands.matchAll(/\(output (\w+)\)/g)].map(([, id = '']) => id);
  test.each(outputs)('%s is an output of the stack', (id) => {
    expect(stack.outputs).toHaveProperty(id);
  });

  const requests = [...commands.matchAll(/\bapi (GET|POST|PATCH) ([\w/-]+)/g)].map(
    ([, method = '', path = '']) => ({
      method,
      path,
    }),
  );
  test.each(requests)('$method $path is a route', ({ method, path }) => {
    const route = `${method} /${path.replace(/\b(ID|HOST)\b/, '{id}')}`;
    expect(ROUTES.map((known) => `${known.method} ${known.path}`)).toContain(route);
  });
});

test('alarms on our own metrics name a metric and the dimensions that the functions give it', () => {
  const own = alarms.filter(({ Namespace }) => Namespace === METRIC_NAMESPACE);
  const known = Object.entries(METRICS).map(([name, dimensions]) =>
    [name, 'service', ...dimensions].toSorted().join(),
  );
  expect(own).not.toEqual([]);
  for (const { MetricName = '', Dimensions = [] } of own) {
    expect(known).toContain([MetricName, ...Dimensions.map(({ Name }) => Name)].toSorted().join());
  }
});

describe('mail', () => {
  test('goes nowhere unless an address is given', () => {
    expect(alarmsOf(silent).flatMap(({ AlarmActions = [] }) => AlarmActions)).toEqual([]);
    expect(silent.resources('AWS::SNS::Topic')).toEqual([]);
  });

  test('to what is no address is refused with what to give instead', () => {
    expect(() => synthesize({ alarmEmail: 'on-call' })).toThrow(/-c alarmEmail=ADDRESS/);
  });

  test('goes to the address of the context, for every alarm', () => {
    const actions = alarmsOf(mailing).map(({ AlarmActions }) => AlarmActions);
    expect(actions).toEqual(actions.map(() => ['<OnCallAlarmTopic>']));
    expect(mailing.resources('AWS::SNS::Subscription').map(({ properties }) => properties)).toEqual([
      { Protocol: 'email', Endpoint: 'on-call@example.com', TopicArn: '<OnCallAlarmTopic>' },
    ]);
  });

  test('may be sent by the alarms of this account', () => {
    const [policy] = mailing.resources('AWS::SNS::TopicPolicy');
    expect(policy?.properties.PolicyDocument).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Condition: { StringEquals: { 'aws:SourceAccount': '<AWS::AccountId>' } },
        }),
      ]),
    });
  });
});
