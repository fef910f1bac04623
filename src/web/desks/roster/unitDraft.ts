import type { CallInput } from '../../client/call.ts'
import { printDay } from '../../kit/printDay.ts'
import type { Terms, UnitDetail } from './rosterTypes.ts'

/** 填写中的任职; what is empty is not said. */
export interface TermDraft {
  readonly person: string
  readonly name: string
  readonly post: string
  readonly rank: string
  readonly from: string
  readonly to: string
}

/** 填写中的单位: texts as they are typed. */
export interface UnitDraft {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly level: string
  readonly tier: string
  readonly leadUnit: string
  readonly cohort: string
  readonly affiliated: boolean
  readonly headedByLeader: boolean
  readonly opensOn: string
  readonly closesOn: string
  readonly succeeds: readonly string[]
  readonly holders: readonly TermDraft[]
}

/** 空白的任职. */
export const EMPTY_TERM: TermDraft = { person: '', name: '', post: '', rank: '', from: '', to: '' }

/** 空白的单位, with the level and the post that most units have. */
export function emptyDraft({ levels, posts }: Terms): UnitDraft {
  const texts = { id: '', name: '', kind: '', leadUnit: '', cohort: '', opensOn: '', closesOn: '' }
  return {
    ...texts,
    level: levels[0] ?? '',
    tier: '',
    affiliated: true,
    headedByLeader: false,
    succeeds: [],
    holders: [{ ...EMPTY_TERM, post: posts[0] ?? '' }],
  }
}

/** 由单位到表单. */
export function draftOf(unit: UnitDetail): UnitDraft {
  const { id, name, kind, level, tier, affiliated, headedByLeader } = unit
  return {
    id,
    name,
    kind,
    level,
    tier,
    affiliated,
    headedByLeader,
    leadUnit: unit.leadUnit ?? '',
    cohort: unit.cohort ?? '',
    opensOn: unit.opensOn ?? '',
    closesOn: unit.closesOn ?? '',
    succeeds: unit.succeeds ?? [],
    holders: unit.holders.map(({ person, name: called, post, rank, from, to }) => ({
      person: person === called ? '' : person,
      name: called,
      post,
      rank: rank === undefined ? '' : String(rank),
      from: from ?? '',
      to: to ?? '',
    })),
  }
}

/** 由表单到提交的内容. A term that nobody filled in is left out; without a number of their own a person goes by name. */
export function bodyOf(draft: UnitDraft): CallInput<'POST /api/years/:year/roster'>['body'] {
  const { id, name, kind, level, tier, affiliated, headedByLeader } = draft
  return {
    unit: {
      id: id.trim(),
      name: name.trim(),
      kind: kind.trim(),
      level: level.trim(),
      tier,
      affiliated,
      headedByLeader,
      ...given('leadUnit', draft.leadUnit),
      ...given('cohort', draft.cohort),
      ...given('opensOn', draft.opensOn),
      ...given('closesOn', draft.closesOn),
      ...(draft.succeeds.length > 0 && { succeeds: [...draft.succeeds] }),
    },
    holders: draft.holders
      .filter(term => term.name.trim() !== '')
      .map(term => ({
        person: term.person.trim() || term.name.trim(),
        name: term.name.trim(),
        post: term.post.trim(),
        ...(term.rank.trim() !== '' && { rank: Number(term.rank) }),
        ...given('from', term.from),
        ...given('to', term.to),
      })),
  }
}

function given<K extends string>(key: K, value: string): { readonly [P in K]?: string } {
  return value === '' ? {} : ({ [key]: value } as { readonly [P in K]: string })
}

/** 缺填的项目, by field; nothing when it can be sent. */
export function missingIn(draft: UnitDraft): Readonly<Record<string, string>> {
  const missing: Record<string, string> = {}
  const needed = { id: '单位编号', name: '单位名称', kind: '类别', level: '级别', tier: '层级' } as const
  for (const [field, label] of Object.entries(needed)) {
    if (draft[field as keyof typeof needed].trim() === '') missing[field] = `请填写${label}`
  }
  for (const [at, term] of draft.holders.entries()) {
    if (term.name.trim() !== '' && term.post.trim() === '') missing[`holders.${at}.post`] = '请填写职务'
    if (term.rank.trim() !== '' && !/^[1-9]\d{0,3}$/.test(term.rank.trim()))
      missing[`holders.${at}.rank`] = '排序请填 1、2、3……'
    if (term.name.trim() === '' && (term.person || term.from || term.to || term.rank) !== '')
      missing[`holders.${at}.name`] = '请填写姓名'
  }
  return missing
}

/** 两份表单的不同之处, in Chinese, for a conflict of two people. */
export function differences(
  theirs: UnitDraft,
  mine: UnitDraft,
  nameOf: (kind: 'tier' | 'cohort' | 'unit', id: string) => string,
): readonly { readonly label: string; readonly theirs: string; readonly mine: string }[] {
  const say: readonly (readonly [string, (draft: UnitDraft) => string])[] = [
    ['单位名称', draft => draft.name],
    ['类别', draft => draft.kind],
    ['级别', draft => draft.level],
    ['层级', draft => nameOf('tier', draft.tier)],
    ['牵头单位', draft => (draft.leadUnit === '' ? '无' : nameOf('unit', draft.leadUnit))],
    ['排名类别', draft => (draft.cohort === '' ? '无' : nameOf('cohort', draft.cohort))],
    ['党组织关系归口', draft => (draft.affiliated ? '是' : '否')],
    ['由上级领导兼任一把手', draft => (draft.headedByLeader ? '是' : '否')],
    ['成立日期', draft => (draft.opensOn === '' ? '无' : printDay(draft.opensOn))],
    ['撤销日期', draft => (draft.closesOn === '' ? '无' : printDay(draft.closesOn))],
    ['并入的单位', draft => draft.succeeds.map(id => nameOf('unit', id)).join('、') || '无'],
    [
      '任职',
      draft =>
        draft.holders
          .filter(term => term.name !== '')
          .map(describeTerm)
          .join('；') || '无',
    ],
  ]
  return say.flatMap(([label, of]) =>
    of(theirs) === of(mine) ? [] : [{ label, theirs: of(theirs), mine: of(mine) }],
  )
}

function describeTerm({ name, post, rank, from, to }: TermDraft): string {
  const days =
    from === '' && to === ''
      ? ''
      : `，${from === '' ? '' : printDay(from)}至${to === '' ? '今' : printDay(to)}`
  return `${name}（${post}${rank === '' ? '' : `，排序${rank}`}${days}）`
}
