import type { Translation } from '../catalogue.ts';
import type { errors as english } from '../en/errors.ts';

export const errors: Translation<typeof english> = {
  'try-again': '重试',
  request: '请求 {id}',
  'signed-out.title': '您已退出登录',
  'signed-out.next': '您的会话已结束。请重新登录。',
  'forbidden.title': '仅限所有者',
  'forbidden.next':
    'GitHub 表示此帐户不是企业所有者，或其令牌缺少 read:enterprise 作用域。请联系所有者，或使用其他帐户登录。',
  'not-found.title': '未找到',
  'not-found.next': '自上次合并以来，它可能已消失。请返回并重新查找。',
  'conflict.title': '有其他操作正在进行',
  'conflict.next': '请等待其完成，然后重试。',
  'invalid.title': '未被接受',
  'invalid.next': '请更改您的请求，然后重试。',
  'too-many-requests.title': '请求过多',
  'too-many-requests.next': '请等待一分钟，然后重试。',
  'unavailable.title': '目前不可用',
  'unavailable.next': 'GitHub 或 License Usage Sync 的某个部分没有响应。没有丢失任何内容。请稍后重试。',
  'offline.title': '无连接',
  'offline.next': '无法连接服务器。请检查您的网络，然后重试。',
  'unreadable.title': '此页面已过时',
  'unreadable.next': '服务器以此页面不认识的形式作出了响应。请重新加载页面。',
  'failed.title': '出现问题',
  'failed.next': '没有丢失任何内容。请重试；如果问题持续，请将请求编号告知 License Usage Sync 的运维人员。',
};
