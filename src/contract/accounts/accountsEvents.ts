import { type Role, roleNames } from '../access/roles.ts'

/** 账号的留痕事件: never a password, a code, an address or what a browser sent. */
export interface AccountsEvents {
  readonly signedIn: { readonly device: string }
  readonly signedOut: Readonly<Record<string, never>>
  /** without a username: none of that name exists, and what was typed may be anything. */
  readonly signInFailed: { readonly username?: string; readonly why: keyof typeof FAILURES }
  readonly accountLocked: { readonly username?: string; readonly minutes: number }
  readonly passwordChanged: Readonly<Record<string, never>>
  readonly accountMade: { readonly username: string; readonly name: string }
  readonly accountRenamed: { readonly from: string; readonly to: string }
  readonly accountDisabled: { readonly username: string; readonly name: string; readonly reason: string }
  readonly accountEnabled: { readonly username: string; readonly name: string }
  readonly accountUnlocked: { readonly username: string; readonly name: string }
  readonly passwordReset: { readonly username: string; readonly name: string }
  readonly passwordResetOnServer: { readonly username: string; readonly name: string }
  readonly sessionsEnded: { readonly username: string; readonly name: string; readonly count: number }
  readonly ownSessionsEnded: { readonly count: number }
  readonly secondFactorBegun: Readonly<Record<string, never>>
  readonly secondFactorOn: Readonly<Record<string, never>>
  readonly secondFactorEnded: Readonly<Record<string, never>>
  readonly recoveryCodesRenewed: Readonly<Record<string, never>>
  readonly secondFactorRemoved: { readonly username: string; readonly name: string }
  readonly administrationSetUp: Readonly<Record<string, never>>
  readonly roleWithdrawn: {
    readonly username: string
    readonly name: string
    readonly role: Role
    readonly unitName?: string
  }
  readonly roleGranted: {
    readonly username: string
    readonly name: string
    readonly role: Role
    readonly unitName?: string
  }
}

/** 账号事件的句子. */
export const accountsEventSentences: {
  readonly [K in keyof AccountsEvents]: (values: AccountsEvents[K]) => string
} = {
  signedIn: ({ device }) => `登录（${device}）`,
  signedOut: () => '退出登录',
  signInFailed: ({ username, why }) =>
    username === undefined ? '登录失败（没有这个用户名）' : `以“${username}”登录失败（${FAILURES[why]}）`,
  accountLocked: ({ username, minutes }) =>
    username === undefined
      ? `同一不存在的用户名多次登录失败，锁定 ${minutes} 分钟`
      : `“${username}”多次登录失败，锁定 ${minutes} 分钟`,
  passwordChanged: () => '修改了自己的口令',
  accountMade: ({ username, name }) => `开设账号“${username}”（${name}）`,
  accountRenamed: ({ from, to }) => `把账号“${from}”改为“${to}”`,
  accountDisabled: ({ username, name, reason }) => `停用账号“${username}”（${name}），理由：${reason}`,
  accountEnabled: ({ username, name }) => `恢复账号“${username}”（${name}）`,
  accountUnlocked: ({ username, name }) => `解除“${username}”（${name}）的登录锁定`,
  passwordReset: ({ username, name }) => `重置“${username}”（${name}）的口令`,
  passwordResetOnServer: ({ username, name }) =>
    `在服务器上重置“${username}”（${name}）的口令，并解除其锁定、动态验证码和停用`,
  sessionsEnded: ({ username, name, count }) => `结束“${username}”（${name}）的 ${count} 个登录`,
  ownSessionsEnded: ({ count }) => `结束自己的 ${count} 个其他登录`,
  secondFactorBegun: () => '开始设置自己的动态验证码',
  secondFactorOn: () => '启用了自己的动态验证码',
  secondFactorEnded: () => '停用了自己的动态验证码',
  recoveryCodesRenewed: () => '换了一组自己的恢复码',
  secondFactorRemoved: ({ username, name }) => `解除“${username}”（${name}）的动态验证码`,
  administrationSetUp: () => '首次设置三员和组织考核者',
  roleWithdrawn: ({ username, name, role, unitName }) =>
    `收回“${username}”（${name}）的角色：${roleNames[role]}${unitName === undefined ? '' : `（${unitName}）`}`,
  roleGranted: ({ username, name, role, unitName }) =>
    `授予“${username}”（${name}）角色：${roleNames[role]}${unitName === undefined ? '' : `（${unitName}）`}`,
}

const FAILURES = {
  password: '口令不正确',
  code: '动态验证码不正确',
  disabled: '账号已停用',
  expired: '一次性口令已过期',
} as const
