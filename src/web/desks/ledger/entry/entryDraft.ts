import type { Day, Period } from '../../../../domain/kernel/calendar.ts'
import { isInPeriod, periodOfDay } from '../../../../domain/kernel/calendar.ts'
import type { ChosenFile } from '../../../kit/files/FileBox.tsx'
import type { Entry, EntryBody, Kind } from '../ledgerTypes.ts'

/** A ledger entry being filled in. `title` and `period` are empty while they are derived from the other fields. */
export interface EntryDraft {
  readonly kind: string
  readonly happenedOn: Day
  readonly period: Period
  readonly title: string
  readonly participants: string
  readonly note: string
  readonly rows: readonly string[]
  readonly files: readonly ChosenFile[]
  readonly lateReason: string
  readonly reason: string
}

/** Returns an empty draft, prefilled with what is known; the day is today unless another period is requested. */
export function newDraft(
  today: Day,
  { kind = '', period = '' }: { readonly kind?: string; readonly period?: string },
): EntryDraft {
  const isNow = period === '' || holds(period, today)
  return { ...blank, kind, period: isNow ? '' : period, happenedOn: isNow ? today : '' }
}

/** Returns a draft for a correction, filled from the entry. */
export function draftOf(entry: Entry): EntryDraft {
  return {
    ...blank,
    kind: entry.kind,
    happenedOn: entry.happenedOn,
    period: entry.period,
    title: entry.title,
    participants: entry.participants === undefined ? '' : String(entry.participants),
    note: entry.note,
    rows: entry.rows.filter(row => row.byHand).map(row => row.row),
    files: entry.files.map(({ file, name, size, type, takenOn }) => ({
      file,
      name,
      size,
      type,
      takenOn,
    })),
    lateReason: entry.lateReason ?? '',
  }
}

const blank: EntryDraft = {
  kind: '',
  happenedOn: '',
  period: '',
  title: '',
  participants: '',
  note: '',
  rows: [],
  files: [],
  lateReason: '',
  reason: '',
}

/** Returns the period an entry counts in: the chosen one, else that of the day at the duty's interval; none without a day. */
export function periodOf(
  { period, happenedOn }: Pick<EntryDraft, 'period' | 'happenedOn'>,
  kind: Kind | undefined,
): Period | undefined {
  if (period !== '') return period
  return happenedOn === '' ? undefined : periodOfDay(happenedOn, kind?.per ?? 'month')
}

/** Checks whether a period contains a day; either may be missing. */
export function holds(period: Period, day: Day): boolean {
  return period !== '' && day !== '' && isInPeriod(day, period)
}

/** Suggests a title: 2018年12月主题党日. */
export function suggestTitle(kind: Kind | undefined, day: Day): string {
  if (kind === undefined || day === '') return ''
  const [year, month] = day.split('-')
  return `${year}年${Number(month)}月${kind.name}`
}

/** Returns the invalid fields with their faults; empty when the draft can be sent. */
export function faultsOf(
  draft: EntryDraft,
  title: string,
  needs: { readonly lateReason: boolean; readonly reason: boolean },
) {
  return {
    ...(draft.kind === '' && { kind: '请选择登记什么。' }),
    ...(draft.happenedOn === '' && { happenedOn: '请选择哪一天办的。' }),
    ...(title === '' && { title: '请填写标题。' }),
    ...(draft.participants !== '' &&
      !/^\d{1,6}$/.test(draft.participants) && { participants: '人数请填整数，例如 23。' }),
    ...(needs.lateReason &&
      draft.lateReason.trim() === '' && { lateReason: '期间的登记日期已过，请说明补录的原因。' }),
    ...(needs.reason && draft.reason.trim() === '' && { reason: '请写明为什么更正。' }),
  } as Partial<Record<keyof EntryDraft, string>>
}

/** Returns the request body of a draft. */
export function bodyOf(draft: EntryDraft, title: string, needsLateReason: boolean): EntryBody {
  return {
    kind: draft.kind,
    title,
    happenedOn: draft.happenedOn,
    ...(draft.period !== '' && { period: draft.period }),
    ...(draft.participants !== '' && { participants: Number(draft.participants) }),
    note: draft.note.trim(),
    rows: [...draft.rows],
    files: draft.files.map(({ file, name }) => ({ file, name })),
    ...(needsLateReason && { lateReason: draft.lateReason.trim() }),
    twinMeant: false,
  }
}
