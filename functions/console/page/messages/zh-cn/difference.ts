import type { Translation } from '../catalogue.ts';
import type { difference as english } from '../en/difference.ts';

export const difference: Translation<typeof english> = {
  'counted-twice': '重复计数：GitHub 未匹配同一人的帐户',
  'gone-from-instance': '实例上已不存在的帐户',
  'missing-from-github': 'GitHub 未列出的人员',
  'unknown-state': 'GitHub 未列出且没有来源说明是否已挂起的人员',
  suspended: '所有帐户均已挂起的人员',
  'system-user': '实例的系统用户',
  'github-total': 'GitHub 自己的总数与其列出的人数不符',
  'unidentified-rows': '未指明任何人的行',
};
