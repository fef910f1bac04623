import type { Account, ToldGrant } from './accountTypes.ts'

/** 授权的说法: 单位（州林业局）. */
export function describeGrant({ roleName, unit, unitName }: ToldGrant): string {
  return unit === undefined ? roleName : `${roleName}（${unitName ?? unit}）`
}

/** 账号状态的说法. */
export function describeState({ state, lockedMinutes }: Account): string {
  if (state === 'disabled') return '已停用'
  if (lockedMinutes > 0) return `锁定 ${lockedMinutes} 分钟`
  return state === 'new' ? '尚未登录' : '正常'
}
