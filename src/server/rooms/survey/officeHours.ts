import { bandOf } from '../../../domain/campaign/survey/callingHours.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { SurveyRow } from './survey.store.ts'

/** Returns the office's day and time, e.g. `2018-11-20T19:30`. */
export function officeTime({ now, today }: Pick<AppContext, 'now' | 'today'>): string {
  const at = now()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${today()}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Returns the day and band of hours it is now; its key sorts with time. */
export function bandNow(
  context: Pick<AppContext, 'now' | 'today'>,
  { commission }: Pick<SurveyRow, 'commission'>,
) {
  const at = officeTime(context)
  const [on, band] = [at.slice(0, 10), bandOf(commission.hours, at.slice(11)) ?? -1]
  return { on, band, key: `${on}/${band}` }
}
