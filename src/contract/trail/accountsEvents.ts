import { type Role, roleNames } from '../access/roles.ts'

/** 账号的留痕事件: never a password, a code, an address or what a browser sent. */
export interface AccountsEvents {
  readonly signedIn: { readonly device: string }
  readonly signedOut: Readonly<Record<string, never>>
  /** without a username: none of that name exists, and what was typed may be anything. */
  readonly signInFailed: { readonly username?: string; readonly why: 'password' | 'code' | 'disabled' }
  readonly accountLocked: { readonly username?: string; readonly minutes: number }
  readonly passwordChanged: Readonly<Record<string, never>>
  readonly accountMade: { readonly username: string; readonly name: string }
  readonly roleGranted: { readonly username: string; readonly name: string; readonly role: Role; readonly unitName?: string }
}

/** 账号事件的句子. */
export const accountsEventSentences: { readonly [K in keyof AccountsEvents]: (values: AccountsEvents[K]) => string } = {
  signedIn: ({ device }) => `登录（${device}）`,
  signedOut: () => '退出登录',
  signInFailed: ({ username, why }) =>
    username === undefined ? '登录失败（没有这个用户名）' : `以“${username}”登录失败（${FAILURES[why]}）`,
  accountLocked: ({ username, minutes }) =>
    username === undefined ? `同一不存在的用户名多次登录失败，锁定 ${minutes} 分钟` : `“${username}”多次登录失败，锁定 ${minutes} 分钟`,
  passwordChanged: () => '修改了自己的口令',
  accountMade: ({ username, name }) => `开设账号“${username}”（${name}）`,
  roleGranted: ({ username, name, role, unitName }) =>
    `授予“${username}”（${name}）角色：${roleNames[role]}${unitName === undefined ? '' : `（${unitName}）`}`,
}

const FAILURES = { password: '口令不正确', code: '动态验证码不正确', disabled: '账号已停用' } as const
