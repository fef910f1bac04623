import type { Account, ToldGrant } from './accountTypes.ts'

/** Describes a grant: 单位（州林业局）. */
export function describeGrant({ roleName, unit, unitName }: ToldGrant): string {
  return unit === undefined ? roleName : `${roleName}（${unitName ?? unit}）`
}

/** Describes the state of an account. */
export function describeState({ state, lockedMinutes }: Account): string {
  if (state === 'disabled') return '已停用'
  if (lockedMinutes > 0) return `锁定 ${lockedMinutes} 分钟`
  return state === 'new' ? '尚未登录' : '正常'
}
