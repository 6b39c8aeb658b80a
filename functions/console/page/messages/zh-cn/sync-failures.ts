import type { Translation } from '../catalogue.ts';
import type { syncFailures as english } from '../en/sync-failures.ts';

export const syncFailures: Translation<typeof english> = {
  'unauthorized.title': 'GitHub 不接受此来源的令牌。',
  'unauthorized.fix':
    '将具有 read:enterprise 作用域（实例为 site_admin）的新经典令牌放入连接机密，然后重新同步。',
  'forbidden.title': '此来源的令牌无权查看所请求的内容。',
  'forbidden.fix':
    '使用具有 read:enterprise 作用域的企业所有者经典令牌（实例则使用具有 site_admin 作用域的站点管理员令牌），然后重新同步。',
  'not-found.title': '此来源未配置，或 GitHub 对其令牌隐藏了它。',
  'not-found.fix': '检查企业名称、连接机密中的主机名和 base_url 以及令牌的作用域，然后重新同步。',
  'rate-limited.title': '已达到 GitHub 的速率限制。',
  'rate-limited.fix': '请在一小时后重新同步。如果经常发生，请为此来源提供一个专用的令牌。',
  'report-not-ready.title': '实例仍在准备其用户报告。',
  'report-not-ready.fix': '请在几分钟后重新同步。',
  'unavailable.title': '无法连接来源，或它目前无法工作。',
  'unavailable.fix': '检查来源是否正常运行，以及同步的网络能否连接到它，然后重新同步。',
  'timed-out.title': '来源未及时响应。',
  'timed-out.fix': '单独同步此来源，使其拥有全部时间。',
  'untrusted-certificate.title': '实例的 TLS 证书不受信任。',
  'untrusted-certificate.fix':
    '将其颁发机构的证书作为 ca_certificate 放入连接机密，或更新实例的证书，然后重新同步。',
  'unreadable-answer.title': '响应不符合 GitHub 文档中的格式。',
  'unreadable-answer.fix': '检查 base_url 是否绕过所有登录页面和代理直达实例本身，然后重新同步。',
  'incomplete-answer.title': '响应中途中断。',
  'incomplete-answer.fix': '请重新同步。如果经常发生，请检查同步与来源之间的环节。',
  'held.title': '同步会移除异常多的帐户，因此未更改任何内容。',
  'held.fix': '请在下方查看此实例的上次同步，并在那里决定。',
  'internal.title': '此处发生了意外故障，并非 GitHub 的问题。',
  'internal.fix': '请重新同步。如果仍然如此，请在同步函数的日志中查找该次运行。',
  'nothing-configured.title': '要同步的内容均未配置。',
  'nothing-configured.fix': '将企业和实例的令牌放入连接机密，然后重新同步。',
  'not-started.title': '无法启动同步。',
  'not-started.fix': '请在一分钟后重新同步。如果仍然如此，请查看同步函数的日志。',
  'not-merged.title': '已拉取使用情况但未合并：之前的内容仍然有效。',
  'not-merged.fix': '请重新同步。如果仍然如此，请在同步函数的日志中查找该次运行。',
};
