import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  'visual-studio-subscription': '已关联的 Visual Studio 订阅',
  'cloud-account': '在 GitHub 的已使用许可证列表中',
  'server-account': '实例上的活动帐户',
  'dormant-server-account': '实例上的休眠帐户',
  'server-account-of-unknown-state': '实例上的帐户，不知是否已挂起',
  suspended: '所有帐户均已挂起',
  'system-user': '实例的系统用户',
  'unlinked-visual-studio-subscription': '没有帐户的 Visual Studio 订阅',
};
