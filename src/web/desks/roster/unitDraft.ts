import type { CallInput } from '../../client/call.ts'
import { printDay } from '../../kit/printDay.ts'
import type { UnitDetail } from './rosterTypes.ts'

type Holders = CallInput<'POST /api/years/:year/roster'>['body']['holders']

/** 填写中的任职; what is empty is not said. */
export interface TermDraft {
  readonly person: string
  readonly name: string
  readonly post: string
  readonly rank: string
  readonly from: string
  readonly to: string
}

/** 空白的任职. */
export const EMPTY_TERM: TermDraft = { person: '', name: '', post: '', rank: '', from: '', to: '' }

/** 由单位到表单. */
export function valuesOf(unit: UnitDetail) {
  const { id, name, kind, level, tier, affiliated, headedByLeader } = unit
  const { leadUnit = '', cohort = '', opensOn = '', closesOn = '' } = unit
  const texts = { id, name, kind, level, tier, leadUnit, cohort, opensOn, closesOn }
  return { ...texts, affiliated, headedByLeader, holders: termsOf(unit) }
}

function termsOf(unit: UnitDetail): readonly TermDraft[] {
  return unit.holders.map(({ person, name, post, rank, from, to }) => ({
    person: person === name ? '' : person,
    name,
    post,
    rank: rank === undefined ? '' : String(rank),
    from: from ?? '',
    to: to ?? '',
  }))
}

/** 由任职的填写到提交的内容. A term that nobody filled in is left out; without a number of their own a person goes by name. */
export function holdersOf(terms: readonly TermDraft[]): Holders {
  return terms
    .filter(term => term.name.trim() !== '')
    .map(({ person, name, post, rank, from, to }) => ({
      person: person.trim() || name.trim(),
      name: name.trim(),
      post: post.trim(),
      ...(rank.trim() !== '' && { rank: Number(rank) }),
      ...(from !== '' && { from }),
      ...(to !== '' && { to }),
    }))
}

/** 任职缺填的项目, by place and field; nothing when they can be sent. */
export function missingIn(terms: readonly TermDraft[]): Readonly<Record<string, string>> {
  const missing: Record<string, string> = {}
  for (const [at, term] of terms.entries()) {
    if (term.name.trim() !== '' && term.post.trim() === '') missing[`${at}.post`] = '请填写职务'
    if (term.rank.trim() !== '' && !/^[1-9]\d{0,3}$/.test(term.rank.trim()))
      missing[`${at}.rank`] = '排序请填 1、2、3……'
    if (term.name.trim() === '' && (term.person || term.from || term.to || term.rank) !== '')
      missing[`${at}.name`] = '请填写姓名'
  }
  return missing
}

/** 任职的说法. */
export function describeTerms(terms: readonly TermDraft[]): string {
  return (
    terms
      .filter(term => term.name !== '')
      .map(describeTerm)
      .join('；') || '无'
  )
}

function describeTerm({ name, post, rank, from, to }: TermDraft): string {
  const days =
    from === '' && to === ''
      ? ''
      : `，${from === '' ? '' : printDay(from)}至${to === '' ? '今' : printDay(to)}`
  return `${name}（${post}${rank === '' ? '' : `，排序${rank}`}${days}）`
}
