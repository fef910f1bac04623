import type { CallInput } from '../../client/call.ts'
import { printDay } from '../../kit/printDay.ts'
import type { UnitDetail } from './rosterTypes.ts'

type Holders = CallInput<'POST /api/years/:year/roster'>['body']['holders']

/** A term of office being filled in; empty fields are not sent. */
export interface TermDraft {
  readonly person: string
  readonly name: string
  readonly post: string
  readonly rank: string
  readonly from: string
  readonly to: string
}

/** An empty term. */
export const EMPTY_TERM: TermDraft = { person: '', name: '', post: '', rank: '', from: '', to: '' }

/** Converts a unit to form values. */
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

/** Converts terms to the body to send. Omits empty terms; a person without a number is identified by name. */
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

/** Returns the missing fields of the terms, by position and field; empty when they can be sent. */
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

/** Describes the terms in words. */
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
