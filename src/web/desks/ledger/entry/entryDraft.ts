import type { Day, Period } from '../../../../domain/kernel/calendar.ts'
import { isInPeriod, periodOfDay } from '../../../../domain/kernel/calendar.ts'
import { entryFields } from '../../../../contract/ledger/ledgerFields.ts'
import { ownField, type SentOf, type ValuesOf } from '../../../kit/form/formValues.ts'
import type { ChosenFile } from '../../../kit/files/FileBox.tsx'
import type { Entry, EntryBody, Kind } from '../ledgerTypes.ts'

/** Fields of the form; `title` and `period` are empty while they are derived from the other fields. */
export const draftFields = {
  ...entryFields,
  kind: ownField<string>({
    start: '',
    wrong: kind => (kind === '' ? '请选择登记什么。' : undefined),
    show: () => null,
  }),
  period: ownField<Period>({ start: '', show: () => null }),
  files: ownField<readonly ChosenFile[]>({ label: '附件', start: [], show: () => null }),
}

/** A ledger entry being filled in. */
export type EntryDraft = ValuesOf<typeof draftFields>

/** Returns an empty draft, prefilled with what is known; the day is today unless another period is requested. */
export function newDraft(
  today: Day,
  { kind = '', period = '' }: { readonly kind?: string; readonly period?: string },
): Partial<EntryDraft> {
  const isNow = period === '' || holds(period, today)
  return { kind, period: isNow ? '' : period, happenedOn: isNow ? today : '' }
}

/** Returns a draft for a correction, filled from the entry. */
export function draftOf(entry: Entry): Partial<EntryDraft> {
  return {
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

/** Returns what is wrong beyond single fields. */
export function faultsOf({ participants }: Pick<EntryDraft, 'participants'>, title: string) {
  const isFigure = participants === '' || /^\d{1,6}$/.test(participants.trim())
  return {
    title: title === '' ? entryFields.title.lacks : undefined,
    participants: isFigure ? undefined : '人数请填整数，例如 23。',
  }
}

/** Returns the request body of a draft. */
export function bodyOf(
  { period, participants, files, lateReason, ...draft }: Omit<SentOf<typeof draftFields>, 'reason'>,
  title: string,
  needsLateReason: boolean,
): EntryBody {
  return {
    ...draft,
    title,
    ...(period !== '' && { period }),
    ...(participants !== '' && { participants: Number(participants) }),
    files: files.map(({ file, name }) => ({ file, name })),
    ...(needsLateReason && { lateReason }),
    twinMeant: false,
  }
}
