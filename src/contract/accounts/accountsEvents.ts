import { type Role, roleNames } from '../access/roles.ts'

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
  accountMade: ({ username, name }: { username: string; name: string }) => `开设账号“${username}”（${name}）`,
  accountRenamed: ({ from, to }: { from: string; to: string }) => `把账号“${from}”改为“${to}”`,
  accountDisabled: ({ username, name, reason }: { username: string; name: string; reason: string }) =>
    `停用账号“${username}”（${name}），理由：${reason}`,
  accountEnabled: ({ username, name }: { username: string; name: string }) =>
    `恢复账号“${username}”（${name}）`,
  accountUnlocked: ({ username, name }: { username: string; name: string }) =>
    `解除“${username}”（${name}）的登录锁定`,
  passwordReset: ({ username, name }: { username: string; name: string }) =>
    `重置“${username}”（${name}）的口令`,
  passwordResetOnServer: ({ username, name }: { username: string; name: string }) =>
    `在服务器上重置“${username}”（${name}）的口令，并解除其锁定、动态验证码和停用`,
  sessionsEnded: ({ username, name, count }: { username: string; name: string; count: number }) =>
    `结束“${username}”（${name}）的 ${count} 个登录`,
  ownSessionsEnded: ({ count }: { count: number }) => `结束自己的 ${count} 个其他登录`,
  secondFactorBegun: () => '开始设置自己的动态验证码',
  secondFactorOn: () => '启用了自己的动态验证码',
  secondFactorEnded: () => '停用了自己的动态验证码',
  recoveryCodesRenewed: () => '换了一组自己的恢复码',
  secondFactorRemoved: ({ username, name }: { username: string; name: string }) =>
    `解除“${username}”（${name}）的动态验证码`,
  administrationSetUp: () => '首次设置三员和组织考核者',
  roleWithdrawn: ({
    username,
    name,
    role,
    unitName,
  }: {
    username: string
    name: string
    role: Role
    unitName?: string
  }) =>
    `收回“${username}”（${name}）的角色：${roleNames[role]}${unitName === undefined ? '' : `（${unitName}）`}`,
  roleGranted: ({
    username,
    name,
    role,
    unitName,
  }: {
    username: string
    name: string
    role: Role
    unitName?: string
  }) =>
    `授予“${username}”（${name}）角色：${roleNames[role]}${unitName === undefined ? '' : `（${unitName}）`}`,
}

const FAILURES = {
  password: '口令不正确',
  code: '动态验证码不正确',
  disabled: '账号已停用',
  expired: '一次性口令已过期',
} as const
