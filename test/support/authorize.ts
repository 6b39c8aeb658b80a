interface Decision {
  readonly user?: 'owner' | 'member';
  readonly decision?: 'authorize' | 'cancel';
}

/** Fills in the form of GitHub's page at the URL, as a person would, and tells where it sends the browser. */
export async function authorize(
  url: string,
  { user = 'owner', decision = 'authorize' }: Decision = {},
): Promise<URL> {
  const page = await (await fetch(url)).text();
  const hidden = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  const form = new URLSearchParams({ user, decision });
  for (const [, name = '', value = ''] of hidden) form.set(name, value);
  const [, action = ''] = /<form method="post" action="([^"]*)">/.exec(page) ?? [];
  const target = new URL(action, url);
  const answer = await fetch(target, { method: 'POST', body: form, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (answer.status !== 302 || location === null)
    throw new Error(`GitHub answered ${answer.status}: ${page}`);
  return new URL(location);
}
