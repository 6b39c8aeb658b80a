import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  consumes: '使用一个用户许可证',
  'consumes-none': '不使用用户许可证',
  yes: '已使用',
  no: '未使用',
  'license-type': '许可证类型',
  'license-type.enterprise': 'Enterprise',
  'license-type.visual-studio-subscription': 'Visual Studio 订阅',
  'license-type.none': '无',
  'reason.visual-studio-subscription': 'Visual Studio 订阅',
  'reason.cloud-account': '云端帐户',
  'reason.server-account': '活动的服务器帐户',
  'reason.dormant-server-account': '休眠的服务器帐户',
  'reason.server-account-of-unknown-state': '状态未知的服务器帐户',
  'reason.suspended': '已挂起',
  'reason.system-user': '系统用户',
  'reason.unlinked-visual-studio-subscription': '未链接的 Visual Studio 订阅',
  'why.visual-studio-subscription': '该订阅已链接到帐户，因此使用 Visual Studio 订阅的许可证。',
  'why.cloud-account': 'GitHub 将该云端帐户列入企业已使用的许可证。',
  'why.server-account': '实例的任何活动用户都使用一个许可证。',
  'why.dormant-server-account': '实例的休眠用户同样使用一个许可证。挂起该帐户即可释放许可证。',
  'why.server-account-of-unknown-state':
    '已同步或添加的数据都没有说明该帐户是否已挂起，因此将其计入。实例的用户报告 (all_users.csv) 可以说明。',
  'why.suspended': '已挂起的用户不使用许可证，此人的其他帐户也不使用许可证。',
  'why.system-user': 'ghost 和 scim-admin 是实例为自身创建的用户，不使用许可证。',
  'why.unlinked-visual-studio-subscription': '未链接到任何帐户的 Visual Studio 订阅不使用 GitHub 许可证。',
};
