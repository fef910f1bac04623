import { stateNames } from './stateNames.ts'
import type { Consequence } from './consequence.ts'

/** 通知的状态, the pending one marked. */
export function NoticeState({ of }: { readonly of: Consequence['state'] }) {
  return <span className={`notice-${of}`}>{stateNames[of]}</span>
}
