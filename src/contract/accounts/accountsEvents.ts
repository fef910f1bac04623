import { type Role, roleNames } from '../access/roles.ts'

interface OfAccount {
  readonly username: string
  readonly name: string
}

interface OfRole extends OfAccount {
  readonly role: Role
  readonly unitName?: string
}

/** Chinese sentences for the account events. */
export const accountsEvents = {
  signedIn: ({ device }: { device: string }) => `登录（${device}）`,
  signedOut: () => '退出登录',
  /** `username` is absent if no such account exists, since the text typed may be anything. */
  signInFailed: ({ username, why }: { username?: string; why: keyof typeof FAILURES }) =>
    username === undefined ? '登录失败（没有这个用户名）' : `以“${username}”登录失败（${FAILURES[why]}）`,
  accountLocked: ({ username, minutes }: { username?: string; minutes: number }) =>
    username === undefined
      ? `同一不存在的用户名多次登录失败，锁定 ${minutes} 分钟`
      : `“${username}”多次登录失败，锁定 ${minutes} 分钟`,
  passwordChanged: () => '修改了自己的口令',
  accountMade: (of: OfAccount) => `开设账号${describe(of)}`,
  accountRenamed: ({ from, to }: { from: string; to: string }) => `把账号“${from}”改为“${to}”`,
  accountDisabled: ({ reason, ...of }: OfAccount & { reason: string }) =>
    `停用账号${describe(of)}，理由：${reason}`,
  accountEnabled: (of: OfAccount) => `恢复账号${describe(of)}`,
  accountUnlocked: (of: OfAccount) => `解除${describe(of)}的登录锁定`,
  passwordReset: (of: OfAccount) => `重置${describe(of)}的口令`,
  passwordResetOnServer: (of: OfAccount) =>
    `在服务器上重置${describe(of)}的口令，并解除其锁定、动态验证码和停用`,
  sessionsEnded: ({ count, ...of }: OfAccount & { count: number }) => `结束${describe(of)}的 ${count} 个登录`,
  ownSessionsEnded: ({ count }: { count: number }) => `结束自己的 ${count} 个其他登录`,
  secondFactorBegun: () => '开始设置自己的动态验证码',
  secondFactorOn: () => '启用了自己的动态验证码',
  secondFactorEnded: () => '停用了自己的动态验证码',
  recoveryCodesRenewed: () => '换了一组自己的恢复码',
  secondFactorRemoved: (of: OfAccount) => `解除${describe(of)}的动态验证码`,
  administrationSetUp: () => '首次设置三员和组织考核者',
  roleWithdrawn: (of: OfRole) => `收回${describe(of)}的角色：${describeRole(of)}`,
  roleGranted: (of: OfRole) => `授予${describe(of)}角色：${describeRole(of)}`,
}

function describe({ username, name }: OfAccount): string {
  return `“${username}”（${name}）`
}

function describeRole({ role, unitName }: OfRole): string {
  return `${roleNames[role]}${unitName === undefined ? '' : `（${unitName}）`}`
}

const FAILURES = {
  password: '口令不正确',
  code: '动态验证码不正确',
  disabled: '账号已停用',
  expired: '一次性口令已过期',
} as const
