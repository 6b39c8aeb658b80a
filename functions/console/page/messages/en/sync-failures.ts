export const syncFailures = {
  'unauthorized.title': 'GitHub does not accept the token of this source.',
  'unauthorized.fix':
    'Put a new classic token with the scope read:enterprise (site_admin for an instance) into the connections secret, then sync again.',
  'forbidden.title': 'The token of this source may not see what was asked for.',
  'forbidden.fix':
    'Use the classic token of an enterprise owner with the scope read:enterprise (of a site administrator with the scope site_admin for an instance), then sync again.',
  'not-found.title': 'This source is not configured, or GitHub hides it from its token.',
  'not-found.fix':
    'Check the name of the enterprise, the host name and base_url in the connections secret, and the scope of the token, then sync again.',
  'rate-limited.title': "GitHub's rate limit was reached.",
  'rate-limited.fix':
    'Sync again in an hour. If it happens often, give this source a token that nothing else uses.',
  'report-not-ready.title': 'The instance was still preparing its users report.',
  'report-not-ready.fix': 'Sync again in some minutes.',
  'unavailable.title': 'The source could not be reached, or does not work at the moment.',
  'unavailable.fix': 'Check that it is up, and that the network of the sync reaches it, then sync again.',
  'timed-out.title': 'The source did not answer in time.',
  'timed-out.fix': 'Sync this source alone, so that it has all of the time.',
  'untrusted-certificate.title': 'The TLS certificate of the instance is not trusted.',
  'untrusted-certificate.fix':
    'Put the certificate of its authority as ca_certificate into the connections secret, or renew its own, then sync again.',
  'unreadable-answer.title': 'The answer was not in the form that GitHub documents.',
  'unreadable-answer.fix':
    'Check that base_url leads to the instance itself, past every login page and proxy, then sync again.',
  'incomplete-answer.title': 'The answer broke off.',
  'incomplete-answer.fix':
    'Sync again. If it happens often, look at what is between the sync and the source.',
  'held.title': 'The sync would remove an unusual share of the accounts, so nothing was changed.',
  'held.fix': 'Look at the last sync of this instance below, and decide there.',
  'internal.title': 'Something unexpected failed here, not at GitHub.',
  'internal.fix': 'Sync again. If it goes on, look up the run in the log of the sync function.',
  'nothing-configured.title': 'Nothing that was to be synced is configured.',
  'nothing-configured.fix':
    'Put the tokens of the enterprise and of the instances into the connections secret, then sync again.',
  'not-started.title': 'The sync could not be started.',
  'not-started.fix': 'Sync again in a minute. If it goes on, look at the log of the sync function.',
  'not-merged.title': 'The usage was pulled, but not merged: what counted before counts still.',
  'not-merged.fix': 'Sync again. If it goes on, look up the run in the log of the sync function.',
} as const;
