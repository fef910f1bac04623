import type { Consequence } from './consequence.ts'

/** 通知的状态. */
export const stateNames: { readonly [S in Consequence['state']]: string } = {
  pending: '待送达',
  served: '已送达',
  replied: '已回复',
}
